/*
 * Frozen programs. A program whose threads all sleep is stopped for ever and described completely; fork.c
 * makes children of it that continue where it was. Whatever is unknown here is a reason to refuse.
 */
#ifndef FREEZE_H
#define FREEZE_H

#include <linux/rseq.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/user.h>

#include "vclock.h"

/* ---- fork_*.c: code that depends on the processor ---- */

/*
 * Executes the system calls of a table, whose address is in a register that calls preserve, and then traps.
 * Each entry has eight words: the number of the call, or -1 at the end; six arguments; the result.
 */
extern const char table_start[], table_end[];
/* Lets a thread go on at an address, with a table; it is in no system call any more. */
void arch_jump(struct user_regs_struct *regs, uint64_t to, uint64_t table);
/*
 * Whether the thread sleeps in a call that can begin anew with the same effect; if so, the registers are
 * changed so that it does.
 */
bool arch_begins_anew(struct user_regs_struct *regs, int memory, bool (*known)(long call));
/* The sets of registers besides the general ones, for ptrace; ends with 0. */
extern const int arch_register_sets[];
enum { MOST_REGISTER_SETS = 3 };
uint64_t arch_thread_pointer(pid_t tid, const struct user_regs_struct *regs);
uint64_t arch_go_routine(const struct user_regs_struct *regs, int memory, uint64_t thread_pointer);

/* ---- freeze.c ---- */

struct register_set {
  void *bytes;
  size_t size;
};

struct frozen_thread {
  pid_t tid;
  struct user_regs_struct regs; /* as it will go on */
  struct register_set sets[MOST_REGISTER_SETS];
  uint64_t signal_mask;
  stack_t signal_stack;
  uint64_t robust_list, robust_size;
  struct __ptrace_rseq_configuration rseq;
  uint64_t go_id, libc_id; /* where the program keeps this thread's id: 8 bytes, 4 bytes; or 0 */
};

enum file_kind { KEPT, REGULAR, EVENTS, COUNTER, PIPE, NOTIFIER, LISTENER, CONNECTION, DATAGRAMS };
enum { SOCKET_OPTIONS = 10 };

struct frozen_socket {
  int type, domain, options[SOCKET_OPTIONS];
  bool has[SOCKET_OPTIONS];
  struct sockaddr_storage local, peer;
  uint32_t local_size, peer_size;
};

struct frozen_file {
  int fd, flags;
  enum file_kind kind;
  int64_t position;  /* of a regular file */
  uint64_t number;   /* the count of a COUNTER; identifies a PIPE */
  char *path;        /* of a regular file; relative if it is a copy */
  bool locked;       /* by flock */
  struct frozen_socket socket;
};

struct frozen_wait { /* an entry of an epoll instance */
  int epoll, fd;
  uint32_t events;
  uint64_t data;
};

struct frozen_watch { /* of inotify */
  int fd, number;
  uint32_t mask;
  char *path; /* relative */
};

struct frozen_mapping { /* a shared one; path NULL: the clock */
  uint64_t start, end, offset;
  int protection;
  char *path; /* relative */
};

struct frozen {
  struct frozen *next;
  struct process as; /* the program's entry when it ran */
  struct clock_page page;
  pid_t pid;
  bool ended; /* and its number may be another process's */
  int memory; /* /proc/PID/mem */
  uint64_t stub, scratch;
  struct buffer threads, files, waits, watches, mappings; /* of the structs above */
  char why[256]; /* the reason of a refusal */
};

#define ALL(type, item, list) \
  (type *item = (type *)buffer_bytes(&(list)); \
   buffer_size(&(list)) && (char *)item < buffer_bytes(&(list)) + buffer_size(&(list)); item++)

/* Each returns false, for "return refuse(...)". */
bool refuse(struct frozen *f, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Stops a running program for ever; takes its entry over on success. */
bool freeze(struct process *p, struct frozen *f);
/* Closes its sockets, so that others can listen at its ports and its peers do not wait for it. */
bool freeze_close_sockets(struct frozen *f);
void threads_end(pid_t pid, const struct buffer *threads); /* kills a traced process; struct frozen_thread */
void freeze_end(struct frozen *f); /* kills it, and frees everything but the struct itself */

/* What fork.c sets again for a socket: a level, a name. */
extern const int socket_options[SOCKET_OPTIONS][2];

/* ---- table.c: system calls in a stopped thread ---- */

enum { SCRATCH = 512 << 10, SCRATCH_DATA = 256 << 10 };
#define ANY (INT64_MIN + 1)    /* an expected result: no error */
#define MAYBE INT64_MIN        /* an expected result: any, or an error */

bool memory_read(int memory, uint64_t address, void *bytes, size_t size);
bool memory_write(int memory, uint64_t address, const void *bytes, size_t size);
bool registers_get(pid_t tid, struct user_regs_struct *regs);
bool registers_set(pid_t tid, const struct user_regs_struct *regs);
/* Waits until a thread has stopped, by a trap or otherwise; false if it has ended. */
bool thread_stops(pid_t tid, int *status);
bool thread_traps(pid_t tid);
/* One call, with the registers of the thread otherwise; the result, or -EIO. */
long call_in(const struct frozen *f, pid_t tid, const struct user_regs_struct *regs, const long call[7]);

struct table {
  struct frozen *of;
  struct buffer calls, steps, data; /* eight words each; struct step; what the calls point to */
};
struct step {
  const char *what; /* completes "it cannot" */
  int64_t expected;
};

/* Both return where the call, or the bytes, will be; the index of a call. */
size_t table_add(struct table *t, const char *what, int64_t expected, const long call[7]);
#define ADD(t, what, expected, ...) table_add(t, what, expected, (const long[7]){__VA_ARGS__})
long table_put(struct table *t, const void *bytes, size_t size);
/* Runs in a thread and waits; or begins only. The table is empty afterwards but for its results. */
bool table_begin(struct table *t, int memory, pid_t tid);
bool table_end_in(struct table *t, int memory, pid_t tid);
long table_result(const struct table *t, size_t index);
const void *table_data(const struct table *t, long address);
void table_clear(struct table *t);
void table_free(struct table *t);

/* ---- fork.c ---- */

/* Makes a child of each; sets the pid, page and clock's descriptor of each. False: there are none. */
struct born {
  pid_t pid;
  struct clock_page *page;
  int page_fd;
};
bool fork_all(struct frozen *programs, struct born *children, struct buffer *why);

#endif
