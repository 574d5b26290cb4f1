#include <elf.h>
#include <errno.h>
#include <sys/syscall.h>

#include "freeze.h"

__asm__(
    ".pushsection .rodata\n"
    ".globl table_start, table_end\n"
    ".intel_syntax noprefix\n"
    "table_start:\n"
    "1: mov rax, [rbx]\n"
    "  cmp rax, -1\n"
    "  je 2f\n"
    "  mov rdi, [rbx + 8]\n"
    "  mov rsi, [rbx + 16]\n"
    "  mov rdx, [rbx + 24]\n"
    "  mov r10, [rbx + 32]\n"
    "  mov r8, [rbx + 40]\n"
    "  mov r9, [rbx + 48]\n"
    "  syscall\n"
    "  mov [rbx + 56], rax\n"
    "  add rbx, 64\n"
    "  jmp 1b\n"
    "2: int3\n"
    "table_end:\n"
    ".att_syntax prefix\n"
    ".popsection\n");

const int arch_register_sets[] = {NT_X86_XSTATE, 0};

void arch_jump(struct user_regs_struct *regs, uint64_t to, uint64_t table) {
  regs->orig_rax = (unsigned long long)-1; /* no call is restarted */
  regs->rip = to;
  regs->rbx = table;
}

bool arch_begins_anew(struct user_regs_struct *regs, int memory, bool (*known)(long call)) {
  (void)memory;
  enum { RESTART_ALWAYS = -512, RESTART_NO_INTERRUPT = -513, RESTART_NO_HANDLER = -514, RESTART_BLOCK = -516 };
  long call = (long)regs->orig_rax, result = (long)regs->rax;
  bool polls = call == SYS_epoll_pwait || call == SYS_epoll_wait;
  bool interrupted = result == RESTART_ALWAYS || result == RESTART_NO_INTERRUPT ||
                     result == RESTART_NO_HANDLER || result == RESTART_BLOCK || (polls && result == -EINTR);
  if (!interrupted || !(call == SYS_epoll_wait || known(call))) return false;
  enum { SYSCALL_SIZE = 2 };
  regs->rax = regs->orig_rax;
  regs->rip -= SYSCALL_SIZE;
  regs->orig_rax = (unsigned long long)-1;
  return true;
}

uint64_t arch_thread_pointer(pid_t tid, const struct user_regs_struct *regs) {
  (void)tid;
  return regs->fs_base;
}

uint64_t arch_go_routine(const struct user_regs_struct *regs, int memory, uint64_t thread_pointer) {
  (void)regs;
  uint64_t g;
  return thread_pointer && memory_read(memory, thread_pointer - 8, &g, sizeof g) ? g : 0;
}
