#include <string.h>

#include "arch.h"
#include "vclock.h"

const char arch_clock_gettime[] = "__kernel_clock_gettime";

/*
 * clock_gettime(w0: clock, x1: timespec). The time is loaded with acquire semantics, so that of two
 * readings the second is never older.
 */
__asm__(
    ".pushsection .rodata\n"
    ".globl injected_start, injected_page, injected_end\n"
    "  .balign 8\n"
    "injected_start:\n"
    "  cmp w0, #11\n"
    "  b.hi 4f\n"
    "  ldr x2, injected_page\n"
    "  mov w3, #1\n"
    "  lsl w3, w3, w0\n"
    "  mov w4, #0x821\n" /* REALTIME, REALTIME_COARSE, TAI */
    "  tst w3, w4\n"
    "  b.ne 1f\n"
    "  mov w4, #0x0d2\n" /* MONOTONIC, MONOTONIC_RAW, MONOTONIC_COARSE, BOOTTIME */
    "  tst w3, w4\n"
    "  b.eq 4f\n"
    "  add x2, x2, #8\n"
    "1: ldar x2, [x2]\n"
    "  movz x3, #0xca00\n" /* 1000000000 */
    "  movk x3, #0x3b9a, lsl #16\n"
    "  sdiv x4, x2, x3\n"
    "  msub x2, x4, x3, x2\n"
    "  tbz x2, #63, 3f\n"
    "  add x2, x2, x3\n"
    "  sub x4, x4, #1\n"
    "3: stp x4, x2, [x1]\n"
    "  mov x0, #0\n"
    "  ret\n"
    "4: mov x8, #113\n" /* clock_gettime */
    "  svc #0\n"
    "  ret\n"
    "  .balign 8\n"
    "injected_page: .quad 0\n"
    "injected_end:\n"
    ".popsection\n");

size_t arch_make_jump(unsigned char jump[ARCH_LONGEST_JUMP], uint64_t to) {
  static const uint32_t code[] = {
      0xd503245f, /* bti c: call target, because kernels built with clang guard their vDSO */
      0x58000070, /* ldr x16, #12 */
      0xd61f0200, /* br x16 */
      0xd503201f, /* nop, for the address's alignment */
  };
  memcpy(jump, code, sizeof code);
  memcpy(jump + sizeof code, &to, sizeof to);
  return sizeof code + sizeof to;
}

const unsigned char arch_call[ARCH_CALL_SIZE] = {0x01, 0, 0, 0xd4, 0, 0, 0x20, 0xd4}; /* svc #0; brk #0 */

void arch_prepare_call(struct user_regs_struct *regs, const long call[7]) {
  regs->regs[8] = (unsigned long long)call[0];
  for (int i = 0; i < 6; i++) regs->regs[i] = (unsigned long long)call[i + 1];
}

long arch_result(const struct user_regs_struct *regs) { return (long)regs->regs[0]; }

uint64_t arch_next_instruction(const struct user_regs_struct *regs) { return regs->pc; }

/* arm64 never had the older calls. */
long arch_later_call(long call) { return call; }
