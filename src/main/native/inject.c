/* Installs the clock in a program, by changing its vDSO before its first instruction. */
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arch.h"
#include "vclock.h"

static bool get_registers(pid_t pid, struct user_regs_struct *regs) {
  struct iovec all = {regs, sizeof *regs};
  return !ptrace(PTRACE_GETREGSET, pid, NT_PRSTATUS, &all);
}

static bool set_registers(pid_t pid, const struct user_regs_struct *regs) {
  struct iovec all = {(void *)regs, sizeof *regs};
  return !ptrace(PTRACE_SETREGSET, pid, NT_PRSTATUS, &all);
}

static bool poke(int memory, const void *bytes, size_t size, uint64_t address) {
  return pwrite(memory, bytes, size, (off_t)address) == (ssize_t)size;
}

/* Makes the stopped program execute one system call. */
static long remote_call(pid_t pid, int memory, const struct user_regs_struct *at,
                        const long call[7]) {
  struct user_regs_struct regs = *at;
  int status;
  arch_prepare_call(&regs, call);
  if (!poke(memory, arch_call, ARCH_CALL_SIZE, arch_next_instruction(at)) ||
      !set_registers(pid, &regs) || ptrace(PTRACE_CONT, pid, NULL, NULL) ||
      waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status) || WSTOPSIG(status) != SIGTRAP ||
      !get_registers(pid, &regs))
    return -EIO;
  return arch_result(&regs);
}

static const char *inject(pid_t pid, int memory, int page_fd) {
  struct user_regs_struct regs;
  unsigned char original[ARCH_CALL_SIZE];
  if (!get_registers(pid, &regs)) return "cannot read its registers";
  uint64_t target = vdso_find(pid, memory, arch_clock_gettime);
  if (!target) return "its vDSO has no clock_gettime";
  uint64_t next = arch_next_instruction(&regs);
  if (pread(memory, original, sizeof original, (off_t)next) != sizeof original)
    return "cannot read its memory";

  long page = remote_call(pid, memory, &regs,
                          (const long[]){SYS_mmap, 0, 4096, PROT_READ, MAP_SHARED, page_fd, 0});
  long code = remote_call(
      pid, memory, &regs,
      (const long[]){SYS_mmap, 0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0});
  long closed = remote_call(pid, memory, &regs, (const long[]){SYS_close, page_fd, 0, 0, 0, 0, 0});
  if ((unsigned long)page > -4096UL || (unsigned long)code > -4096UL || closed)
    return "it may not map the clock's memory";

  char function[256];
  unsigned char jump[ARCH_LONGEST_JUMP];
  size_t size = (size_t)(injected_end - injected_start);
  memcpy(function, injected_start, size);
  memcpy(function + (injected_page - injected_start), &page, sizeof page);
  size_t jump_size = arch_make_jump(jump, (uint64_t)code);
  /* The kernel flushes the instruction caches, because it writes to executable memory. */
  if (!poke(memory, function, size, (uint64_t)code) || !poke(memory, jump, jump_size, target) ||
      !poke(memory, original, sizeof original, next) || !set_registers(pid, &regs))
    return "cannot write to its memory";
  return NULL;
}

bool inject_clock(pid_t pid, int page_fd, struct buffer *error) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/mem", pid);
  int memory = open(path, O_RDWR | O_CLOEXEC);
  const char *problem = memory < 0 ? "cannot open its memory" : inject(pid, memory, page_fd);
  if (memory >= 0) close(memory);
  if (problem) buffer_printf(error, "%s", problem);
  return !problem;
}
