#include <string.h>
#include <sys/syscall.h>

#include "arch.h"
#include "vclock.h"

const char arch_clock_gettime[] = "__vdso_clock_gettime";

/* clock_gettime(edi: clock, rsi: timespec) */
__asm__(
    ".pushsection .rodata\n"
    ".globl injected_start, injected_page, injected_end\n"
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

size_t arch_make_jump(unsigned char jump[ARCH_LONGEST_JUMP], uint64_t to) {
  static const unsigned char code[] = {0xff, 0x25, 0, 0, 0, 0}; /* jmp [rip + 0] */
  memcpy(jump, code, sizeof code);
  memcpy(jump + sizeof code, &to, sizeof to);
  return sizeof code + sizeof to;
}

const unsigned char arch_call[ARCH_CALL_SIZE] = {0x0f, 0x05, 0xcc}; /* syscall; int3 */

void arch_prepare_call(struct user_regs_struct *regs, const long call[7]) {
  regs->orig_rax = (unsigned long long)-1;
  regs->rax = (unsigned long long)call[0];
  regs->rdi = (unsigned long long)call[1];
  regs->rsi = (unsigned long long)call[2];
  regs->rdx = (unsigned long long)call[3];
  regs->r10 = (unsigned long long)call[4];
  regs->r8 = (unsigned long long)call[5];
  regs->r9 = (unsigned long long)call[6];
}

long arch_result(const struct user_regs_struct *regs) { return (long)regs->rax; }

uint64_t arch_next_instruction(const struct user_regs_struct *regs) { return regs->rip; }

long arch_later_call(long call) {
  switch (call) {
    case SYS_epoll_wait:
      return SYS_epoll_pwait;
    case SYS_pause:
      return SYS_rt_sigsuspend;
    case SYS_poll:
      return SYS_ppoll;
    case SYS_select:
      return SYS_pselect6;
    case SYS_rename:
      return SYS_renameat;
    default:
      return call;
  }
}
