/* Code that depends on the processor, implemented in arch_*.c. */
#ifndef ARCH_H
#define ARCH_H

#include <stddef.h>
#include <stdint.h>
#include <sys/user.h>

/* The name of the vDSO's function, and the code that replaces it: a jump to any address. */
extern const char arch_clock_gettime[];
enum { ARCH_LONGEST_JUMP = 24 };
size_t arch_make_jump(unsigned char jump[ARCH_LONGEST_JUMP], uint64_t to);

/*
 * The target of the jump: a clock_gettime(clock, timespec) that reads the clock_page whose address is at
 * injected_page. Wall clocks read clock_page.realtime, monotonic clocks clock_page.monotonic, and CPU-time
 * clocks still call the kernel. It uses floor division, for times before 1970. The code is
 * position-independent.
 */
extern const char injected_start[], injected_page[], injected_end[];

/* A system call and a trap. */
enum { ARCH_CALL_SIZE = 8 };
extern const unsigned char arch_call[ARCH_CALL_SIZE];
/* Sets the registers for the system call call[0] with the arguments that follow it. */
void arch_prepare_call(struct user_regs_struct *regs, const long call[7]);
long arch_result(const struct user_regs_struct *regs);
uint64_t arch_next_instruction(const struct user_regs_struct *regs);

#endif
