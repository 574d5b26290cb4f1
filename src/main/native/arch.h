/* What depends on the processor; each has its arch_*.c. */
#ifndef ARCH_H
#define ARCH_H

#include <stddef.h>
#include <stdint.h>
#include <sys/user.h>

/* The name of the vDSO's function, and what it is overwritten with: a jump to any address. */
extern const char arch_clock_gettime[];
enum { ARCH_LONGEST_JUMP = 24 };
size_t arch_make_jump(unsigned char jump[ARCH_LONGEST_JUMP], uint64_t to);

/*
 * The function that is jumped to: clock_gettime(clock, timespec) by the clock_page whose address is
 * written at injected_page. Clocks of wall time come from clock_page.realtime, those of passing time
 * from clock_page.monotonic; CPU-time clocks still reach the kernel. Floor division, since there is
 * time before 1970. It can be put anywhere.
 */
extern const char injected_start[], injected_page[], injected_end[];

/* A system call and a trap. */
enum { ARCH_CALL_SIZE = 8 };
extern const unsigned char arch_call[ARCH_CALL_SIZE];
/* The registers with which that is call[0], with the arguments behind it. */
void arch_prepare_call(struct user_regs_struct *regs, const long call[7]);
long arch_result(const struct user_regs_struct *regs);
uint64_t arch_next_instruction(const struct user_regs_struct *regs);

#endif
