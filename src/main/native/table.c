/*
 * System calls in a stopped thread of a program: a table of them at a time, because each stop costs more than
 * ten calls.
 */
#include <elf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arch.h"
#include "freeze.h"

enum { WORDS = 8, ENTRY = WORDS * sizeof(long), RESULT = 7 };

bool memory_read(int memory, uint64_t address, void *bytes, size_t size) {
  return pread(memory, bytes, size, (off_t)address) == (ssize_t)size;
}

bool memory_write(int memory, uint64_t address, const void *bytes, size_t size) {
  return pwrite(memory, bytes, size, (off_t)address) == (ssize_t)size;
}

bool registers_get(pid_t tid, struct user_regs_struct *regs) {
  struct iovec all = {regs, sizeof *regs};
  return !ptrace(PTRACE_GETREGSET, tid, NT_PRSTATUS, &all);
}

bool registers_set(pid_t tid, const struct user_regs_struct *regs) {
  struct iovec all = {(void *)regs, sizeof *regs};
  return !ptrace(PTRACE_SETREGSET, tid, NT_PRSTATUS, &all);
}

bool thread_stops(pid_t tid, int *status) {
  pid_t pid;
  do pid = waitpid(tid, status, __WALL);
  while (pid < 0 && errno == EINTR);
  return pid == tid && WIFSTOPPED(*status);
}

bool thread_traps(pid_t tid) {
  for (int status; thread_stops(tid, &status);) {
    if (status >> 16 == 0 && WSTOPSIG(status) == SIGTRAP) return true;
    /* The stop of an interrupt, or of a thread that was just created. */
    if (status >> 16 != PTRACE_EVENT_STOP || ptrace(PTRACE_CONT, tid, 0, 0)) return false;
  }
  return false;
}

long call_in(const struct frozen *f, pid_t tid, const struct user_regs_struct *regs, const long call[7]) {
  struct user_regs_struct r = *regs;
  arch_jump(&r, f->stub, 0);
  arch_prepare_call(&r, call);
  if (!registers_set(tid, &r) || ptrace(PTRACE_CONT, tid, 0, 0) || !thread_traps(tid) || !registers_get(tid, &r))
    return -EIO;
  return arch_result(&r);
}

size_t table_add(struct table *t, const char *what, int64_t expected, const long call[7]) {
  long entry[WORDS] = {0};
  memcpy(entry, call, 7 * sizeof *call);
  buffer_append(&t->calls, entry, sizeof entry);
  buffer_append(&t->steps, &(struct step){what, expected}, sizeof(struct step));
  return buffer_size(&t->calls) / ENTRY - 1;
}

long table_put(struct table *t, const void *bytes, size_t size) {
  static const char padding[16];
  size_t at = buffer_size(&t->data);
  buffer_append(&t->data, bytes, size);
  buffer_append(&t->data, padding, -size & 15);
  return (long)(t->of->scratch + SCRATCH_DATA + at);
}

bool table_begin(struct table *t, int memory, pid_t tid) {
  struct frozen *f = t->of;
  struct user_regs_struct r = ((struct frozen_thread *)buffer_bytes(&f->threads))->regs;
  static const long end[WORDS] = {-1};
  buffer_append(&t->calls, end, sizeof end);
  if (buffer_size(&t->calls) > SCRATCH_DATA || buffer_size(&t->data) > SCRATCH - SCRATCH_DATA)
    return refuse(f, "it has too many files and threads");
  arch_jump(&r, f->stub + ARCH_CALL_SIZE, f->scratch);
  return (memory_write(memory, f->scratch, buffer_bytes(&t->calls), buffer_size(&t->calls)) &&
          (!buffer_size(&t->data) ||
           memory_write(memory, f->scratch + SCRATCH_DATA, buffer_bytes(&t->data), buffer_size(&t->data))) &&
          registers_set(tid, &r) && !ptrace(PTRACE_CONT, tid, 0, 0)) ||
         refuse(f, "it cannot be changed: %s", strerror(errno));
}

bool table_end_in(struct table *t, int memory, pid_t tid) {
  struct frozen *f = t->of;
  if (!thread_traps(tid) ||
      !memory_read(memory, f->scratch, buffer_bytes(&t->calls), buffer_size(&t->calls)) ||
      (buffer_size(&t->data) &&
       !memory_read(memory, f->scratch + SCRATCH_DATA, buffer_bytes(&t->data), buffer_size(&t->data))))
    return refuse(f, "it ended while it was changed");
  const struct step *steps = (const void *)buffer_bytes(&t->steps);
  for (size_t i = 0; i < buffer_size(&t->steps) / sizeof *steps; i++) {
    long result = table_result(t, i);
    if (steps[i].expected == MAYBE || (steps[i].expected == ANY && result >= 0) || steps[i].expected == result)
      continue;
    return refuse(f, "it cannot %s: %s", steps[i].what, result < 0 ? strerror((int)-result) : "another result");
  }
  return true;
}

long table_result(const struct table *t, size_t index) {
  long result;
  memcpy(&result, buffer_bytes(&t->calls) + index * ENTRY + RESULT * sizeof result, sizeof result);
  return result;
}

const void *table_data(const struct table *t, long address) {
  return buffer_bytes(&t->data) + ((uint64_t)address - t->of->scratch - SCRATCH_DATA);
}

void table_clear(struct table *t) {
  buffer_take(&t->calls, buffer_size(&t->calls));
  buffer_take(&t->steps, buffer_size(&t->steps));
  buffer_take(&t->data, buffer_size(&t->data));
}

void table_free(struct table *t) {
  buffer_free(&t->calls);
  buffer_free(&t->steps);
  buffer_free(&t->data);
}
