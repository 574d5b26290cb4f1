#include <elf.h>
#include <errno.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include "freeze.h"

__asm__(
    ".pushsection .rodata\n"
    ".globl table_start, table_end\n"
    "  .balign 8\n"
    "table_start:\n"
    "1: ldr x8, [x19]\n"
    "  cmn x8, #1\n"
    "  b.eq 2f\n"
    "  ldp x0, x1, [x19, #8]\n"
    "  ldp x2, x3, [x19, #24]\n"
    "  ldp x4, x5, [x19, #40]\n"
    "  svc #0\n"
    "  str x0, [x19, #56]\n"
    "  add x19, x19, #64\n"
    "  b 1b\n"
    "2: brk #0\n"
    "table_end:\n"
    ".popsection\n");

#ifndef NT_ARM_TLS
#define NT_ARM_TLS 0x401
#endif

/* The thread pointer is no general register. The upper parts of vectors do not survive a system call. */
const int arch_register_sets[] = {NT_PRFPREG, NT_ARM_TLS, 0};

void arch_jump(struct user_regs_struct *regs, uint64_t to, uint64_t table) {
  regs->pc = to;
  regs->regs[19] = table;
}

/*
 * The kernel has already set pc and x0 so that an interrupted call begins anew, and forgotten the call. An
 * interrupted epoll_pwait ends with EINTR, which Go expects: it computes its timeout again.
 */
bool arch_begins_anew(struct user_regs_struct *regs, int memory, bool (*known)(long call)) {
  enum { SVC = 0xd4000001 };
  long call = (long)regs->regs[8];
  bool ended = call == SYS_epoll_pwait && (long)regs->regs[0] == -EINTR;
  uint32_t instruction;
  return known(call) &&
         memory_read(memory, regs->pc - (ended ? sizeof instruction : 0), &instruction, sizeof instruction) &&
         instruction == SVC;
}

uint64_t arch_thread_pointer(pid_t tid, const struct user_regs_struct *regs) {
  (void)regs;
  uint64_t pointers[2] = {0};
  struct iovec all = {pointers, sizeof pointers};
  return ptrace(PTRACE_GETREGSET, tid, NT_ARM_TLS, &all) ? 0 : pointers[0];
}

/* In a system call, X28 has the goroutine, as everywhere in Go. */
uint64_t arch_go_routine(const struct user_regs_struct *regs, int memory, uint64_t thread_pointer) {
  (void)memory;
  (void)thread_pointer;
  return regs->regs[28];
}
