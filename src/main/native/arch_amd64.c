/* linux-amd64: the program's own clock_gettime, how it gets there, and what a system call means. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vclock.h"

/*
 * clock_gettime(edi: clock, rsi: timespec). Clocks of wall time come from clock_page.realtime,
 * those of passing time from clock_page.monotonic; CPU-time clocks still reach the kernel.
 * Floor division, since there is time before 1970.
 */
extern const char injected_start[], injected_page[], injected_end[];
__asm__(
    ".pushsection .rodata\n"
    ".intel_syntax noprefix\n"
    "injected_start:\n"
    "  cmp edi, 11\n"
    "  ja 4f\n"
    "  mov r8, [rip + injected_page]\n"
    "  mov ecx, edi\n"
    "  mov eax, 1\n"
    "  shl eax, cl\n"
    "  test eax, 0x821\n" /* REALTIME, REALTIME_COARSE, TAI */
    "  jnz 1f\n"
    "  test eax, 0x0d2\n" /* MONOTONIC, MONOTONIC_RAW, MONOTONIC_COARSE, BOOTTIME */
    "  jz 4f\n"
    "  mov rax, [r8 + 8]\n"
    "  jmp 2f\n"
    "1: mov rax, [r8]\n"
    "2: mov ecx, 1000000000\n"
    "  cqo\n"
    "  idiv rcx\n"
    "  test rdx, rdx\n"
    "  jns 3f\n"
    "  add rdx, rcx\n"
    "  dec rax\n"
    "3: mov [rsi], rax\n"
    "  mov [rsi + 8], rdx\n"
    "  xor eax, eax\n"
    "  ret\n"
    "4: mov eax, 228\n" /* clock_gettime */
    "  syscall\n"
    "  ret\n"
    "  .balign 8\n"
    "injected_page: .quad 0\n"
    "injected_end:\n"
    ".att_syntax prefix\n"
    ".popsection\n");

/* Makes the stopped program call the kernel once. */
static long remote_call(pid_t pid, int memory, const struct user_regs_struct *at, const long args[7]) {
  static const unsigned char call[] = {0x0f, 0x05, 0xcc}; /* syscall; int3 */
  if (pwrite(memory, call, sizeof call, (off_t)at->rip) != (ssize_t)sizeof call) return -EIO;
  struct user_regs_struct regs = *at;
  regs.orig_rax = (unsigned long long)-1;
  regs.rax = (unsigned long long)args[0];
  regs.rdi = (unsigned long long)args[1];
  regs.rsi = (unsigned long long)args[2];
  regs.rdx = (unsigned long long)args[3];
  regs.r10 = (unsigned long long)args[4];
  regs.r8 = (unsigned long long)args[5];
  regs.r9 = (unsigned long long)args[6];
  int status;
  if (ptrace(PTRACE_SETREGS, pid, NULL, &regs) || ptrace(PTRACE_CONT, pid, NULL, NULL) ||
      waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status) || WSTOPSIG(status) != SIGTRAP ||
      ptrace(PTRACE_GETREGS, pid, NULL, &regs))
    return -EIO;
  return (long)regs.rax;
}

static const char *inject(pid_t pid, int memory, int page_fd) {
  struct user_regs_struct regs;
  unsigned char original[3];
  if (ptrace(PTRACE_GETREGS, pid, NULL, &regs)) return "cannot read its registers";
  uint64_t target = vdso_find(pid, memory, "__vdso_clock_gettime");
  if (!target) return "its vDSO has no __vdso_clock_gettime";
  if (pread(memory, original, sizeof original, (off_t)regs.rip) != sizeof original)
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
  size_t size = (size_t)(injected_end - injected_start);
  memcpy(function, injected_start, size);
  memcpy(function + (injected_page - injected_start), &page, sizeof page);
  unsigned char jump[14] = {0xff, 0x25, 0, 0, 0, 0}; /* jmp [rip + 0] */
  memcpy(jump + 6, &code, sizeof code);
  if (pwrite(memory, function, size, (off_t)code) != (ssize_t)size ||
      pwrite(memory, jump, sizeof jump, (off_t)target) != (ssize_t)sizeof jump ||
      pwrite(memory, original, sizeof original, (off_t)regs.rip) != sizeof original ||
      ptrace(PTRACE_SETREGS, pid, NULL, &regs))
    return "cannot write to its memory";
  return NULL;
}

bool arch_inject(pid_t pid, int page_fd, struct buffer *error) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/mem", pid);
  int memory = open(path, O_RDWR | O_CLOEXEC);
  const char *problem = memory < 0 ? "cannot open its memory" : inject(pid, memory, page_fd);
  if (memory >= 0) close(memory);
  if (problem) buffer_printf(error, "%s", problem);
  return !problem;
}

enum thread_sleep arch_classify(long call, const unsigned long args[6], int *timeout_ms) {
  switch (call) {
    case SYS_epoll_wait:
    case SYS_epoll_pwait:
      *timeout_ms = (int)args[3];
      return *timeout_ms < 0 ? SLEEP_UNTIMED : SLEEP_TIMED;
    case SYS_nanosleep:
    case SYS_clock_nanosleep:
      return SLEEP_REAL;
    case SYS_futex:
      return args[3] ? SLEEP_REAL : SLEEP_UNTIMED;
    case SYS_restart_syscall:
    case SYS_rt_sigtimedwait:
    case SYS_rt_sigsuspend:
    case SYS_pause:
    case SYS_poll:
    case SYS_ppoll:
    case SYS_select:
    case SYS_pselect6:
    case SYS_accept:
    case SYS_accept4:
    case SYS_wait4:
    case SYS_waitid:
      return SLEEP_UNTIMED;
    default:
      return SLEEP_NONE;
  }
}

const char *arch_call_name(long call) {
  static const struct {
    long number;
    const char *name;
  } names[] = {
      {SYS_read, "read"},           {SYS_write, "write"},         {SYS_pread64, "pread"},
      {SYS_pwrite64, "pwrite"},     {SYS_fsync, "fsync"},         {SYS_fdatasync, "fdatasync"},
      {SYS_openat, "openat"},       {SYS_connect, "connect"},     {SYS_sendto, "sendto"},
      {SYS_recvfrom, "recvfrom"},   {SYS_futex, "futex"},         {SYS_epoll_pwait, "epoll_pwait"},
      {SYS_epoll_wait, "epoll_wait"}, {SYS_nanosleep, "nanosleep"}, {SYS_mmap, "mmap"},
      {SYS_munmap, "munmap"},       {SYS_madvise, "madvise"},     {SYS_fallocate, "fallocate"},
      {SYS_ftruncate, "ftruncate"}, {SYS_rename, "rename"},       {SYS_unlinkat, "unlinkat"},
      {SYS_getdents64, "getdents"}, {SYS_msync, "msync"},         {SYS_sync, "sync"},
      {SYS_flock, "flock"},         {SYS_fcntl, "fcntl"},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].number == call) return names[i].name;
  return NULL;
}
