/*
 * vclock starts programs under a virtual clock, moves that clock, and relays their loopback
 * connections to whoever holds the control connection. See PROTOCOL.md for what it understands.
 */
#ifndef VCLOCK_H
#define VCLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define PROTOCOL_VERSION 1
#define NEVER INT64_MAX

/* Times at either end of what there is stay there. */
static inline int64_t sum(int64_t a, int64_t b) {
  int64_t result;
  return !__builtin_add_overflow(a, b, &result) ? result : b < 0 ? INT64_MIN : INT64_MAX;
}
static inline int64_t difference(int64_t a, int64_t b) {
  int64_t result;
  return !__builtin_sub_overflow(a, b, &result) ? result : b > 0 ? INT64_MIN : INT64_MAX;
}

/* ---- frame.c: lines of words ---- */

enum { MOST_WORDS = 4096 };
/* How many words there are; they are decoded in place, and NULL follows them. -1: it is no such line.
   The byte behind the line is overwritten. */
int frame_split(char *line, size_t size, char **words);
bool frame_number(const char *word, int64_t *number);

/* ---- buffer.c: bytes that grow at one end and are taken from the other ---- */

struct buffer {
  char *data;
  size_t start, end, capacity;
};

void *need(void *allocated); /* ends the program where memory is refused */
void buffer_append(struct buffer *b, const void *bytes, size_t count);
void buffer_printf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_word(struct buffer *b, const char *bytes, size_t count); /* percent-encoded */
void buffer_take(struct buffer *b, size_t count);
void buffer_free(struct buffer *b);
static inline size_t buffer_size(const struct buffer *b) { return b->end - b->start; }
static inline char *buffer_bytes(const struct buffer *b) { return b->start ? b->data + b->start : b->data; }
/* Both return 0 where the other side is gone for good. */
bool buffer_read_from(struct buffer *b, int fd);
bool buffer_write_to(struct buffer *b, int fd);

/* ---- loop.c: who is told when a descriptor can be read or written ---- */

struct watch {
  void (*ready)(struct watch *self, bool readable, bool writable);
  int fd;
  bool only_writes; /* and is readable once there is nobody to write to */
};

void loop_init(void);
void loop_add(struct watch *w);
void loop_want_write(struct watch *w, bool wanted);
void loop_remove(struct watch *w);
/* Waits up to this long (negative: for ever) and tells the watches; true where there was any. */
bool loop_run_once(int64_t nanoseconds);
int64_t wall_now(void); /* the machine's own monotonic clock, ns */

/* ---- inject.c: how a program gets its time ---- */

/* Written by vclock, read by the program's clock_gettime. Offsets are known to the arch files. */
struct clock_page {
  int64_t realtime;
  int64_t monotonic;
};

/* Makes the program that has just stopped at its exec read its time from the memfd. */
bool inject_clock(pid_t pid, int page_fd, struct buffer *error);

/* ---- calls.c: what a system call means ---- */

enum thread_sleep {
  SLEEP_NONE,    /* running, or in a call that ends without the clock's help */
  SLEEP_UNTIMED, /* waits for somebody else */
  SLEEP_REAL,    /* waits for the machine's own clock for a while */
  SLEEP_TIMED,   /* waits for its next timer; the time-out is valid */
};

enum thread_sleep call_classify(long call, const unsigned long args[6], int *timeout_ms);
const char *call_name(long call);

/* arch_*.c: the later call with the same arguments as far as they matter here, or the call itself. */
long arch_later_call(long call);

/* vdso.c: the address of a function in the stopped program's vDSO, 0 where there is none. */
uint64_t vdso_find(pid_t pid, int memory, const char *name);

/* ---- process.c: programs by name ---- */

struct thread {
  pid_t tid;
  int call_fd, ran_fd; /* /proc/PID/task/TID/syscall and schedstat */
  bool timed, polls;
  bool monitor;        /* Go's own, which looks around now and then */
  unsigned long ran;   /* how much it had at the last look, or when it was woken */
  bool woken;          /* and has not run since */
};

struct process {
  struct process *next;
  char *name, *log;
  pid_t pid;
  bool running, told_to_end;
  bool real; /* it lives by the machine's own clock */
  int status; /* as waitpid gives it, once it does not run */
  struct clock_page *page;
  int64_t slack;    /* ns between the steps at which its timers run; 0: each at its instant;
                       NEVER: only at the instants asked for */
  int64_t step;     /* the virtual time of one of these steps */
  int64_t lead;     /* ns; how far its clock is ahead of the virtual time */
  int64_t position; /* the virtual time that it has been moved to */
  int64_t deadline; /* the virtual time of its next timer, or NEVER */
  int64_t cpu;      /* its CPU time when last looked at, ns */
  bool pinned;
  int64_t unpolled; /* wall clock: since when it sleeps with no thread in epoll, or 0 */
  bool never_polls; /* it is no Go program */
  bool dirty;       /* may have run since it was last seen settled */
  bool resignal;    /* may have missed the last move */
  void *task_dir; /* DIR of /proc/PID/task */
  struct thread *threads;
  size_t thread_count, thread_capacity;
};

extern struct process *processes;

struct process *process_find(const char *name);
bool slack_of(const char *word, int64_t *slack);
struct process *process_start(char **words, struct buffer *error);
struct process *process_of(pid_t pid);
void process_replaced(pid_t pid); /* it has executed another program */
bool process_signal(struct process *p, int number);
void process_reap(void);      /* after SIGCHLD */
void process_end_all(void);   /* SIGKILL and wait, also for all that they have started */
void process_forget_all(void); /* the same, and nobody knows their names any more */
void process_log_tail(const struct process *p, struct buffer *out);
void process_describe_end(const struct process *p, struct buffer *out);
int64_t process_cpu(const struct process *p);

/* ---- children.c: what programs have started and left behind ---- */

void children_end(int64_t until); /* by wall_now() */

/* Goes on in a child, and stays above it as its guard. False where that cannot be; errno says why. */
bool guard_begin(void);

/* ---- alias.c: files and directories that a program finds elsewhere ---- */

int alias_install(bool opens);       /* in the child; the descriptor to serve, or -1 */
bool alias_send(int socket, int fd); /* from the child; -1: there is none */
int alias_receive(int socket);       /* -1: there is none, or the child has failed */
/* Lets the child execute its program; returns at once where the child has failed. */
void alias_let_begin(int listener, int socket);
/* Takes over both descriptors. The aliases: each FROM=TO; ends with NULL. */
void alias_serve(int listener, char **aliases, pid_t program, int page_fd);
void alias_forget_all(void);

/* ---- exec.c: programs that a program becomes, or starts ---- */

struct seccomp_notif;
/* False where the call has to fail. */
bool exec_begins(int listener, const struct seccomp_notif *call, pid_t program, int page_fd);
void exec_stopped(pid_t pid, int status); /* as waitpid gives it */
void exec_forget(pid_t tid);
pid_t exec_companion(pid_t program); /* a process that it has started and that runs, or 0 */
void exec_end_companions(pid_t program);

/* ---- threads.c: what a program's threads wait for ---- */

/* False where a thread is busy; sets the deadline otherwise. */
bool threads_look(struct process *p);
/* The same without regard to the monitor; the second of two looks also minds who ran since. */
enum look { FIRST_LOOK, SECOND_LOOK };
bool threads_look_past_monitor(struct process *p, enum look look);
void threads_wake_timed(struct process *p);
/* What is done between the two wakes programs as if one of them did it. */
void threads_join_processor(void);
void threads_leave_processor(void);
extern int processor_wanted; /* the how-manieth of those allowed */
/* Keeps the program on the processor of all from here on; see threads.c for why. */
void threads_pin(struct process *p);
void threads_forget(struct process *p);
void threads_describe(struct process *p, struct buffer *out);

/* ---- clock.c: the virtual time ---- */

extern int64_t virtual_now;    /* ns since 1970-01-01T00:00:00Z */
extern int64_t progress_limit; /* ns of wall clock */
extern bool clock_moving;      /* an advance or a settle has not been answered yet */

void clock_reset(void); /* as at vclock's start: only while nothing runs */
/* Sets the time without moving anybody: only while nothing runs. */
void clock_set_epoch(int64_t time);
/* Where a program that starts now, this far ahead, begins. */
void clock_place(struct clock_page *page, int64_t lead);
/* Both are answered over the control connection once the target is reached and all is settled. */
void clock_advance(int64_t target);
void clock_leap(int64_t target);
void clock_step(void);
int64_t clock_next_look(void); /* ns; how long to leave busy programs alone */
void clock_fail(const struct process *died);
void clock_progress(void); /* something moved that is not the time */

/* ---- relay.c: loopback connections carried over the control connection ---- */

int relay_listen(struct buffer *error); /* the port, or 0 */
int relay_reserve(struct buffer *error);
bool relay_busy(void);
void relay_describe(struct buffer *out);
void relay_data(long id, const char *bytes, size_t count);
void relay_answered(long id, uint64_t received, int64_t until); /* NEVER: there is no more */
int64_t relay_deadline(void); /* the first time at which one goes on, or NEVER */
void relay_wake(void);        /* tells those whose time has come */
void relay_close(long id);
void relay_reset(void); /* hangs up on everybody, and gives all ports back */

/* ---- files.c: what returns bool returns false with errno set ---- */

/* A directory of vclock's own, from here on the working directory. */
bool directory_make(char *template);
const char *directory_name(void); /* "." where none was made */
bool directory_empty(void);
void directory_remove(void);
bool file_write(char *path, const char *bytes, size_t size); /* and the directories above it */
bool file_read(const char *path, struct buffer *content);

/* ---- commands.c: what the control connection asks for ---- */

struct command {
  const char *verb;
  const char *arguments; /* a letter each: see commands.c; without the payload's size */
  void (*run)(char **words);
  void (*run_with_payload)(char **words, const char *payload, size_t size);
  bool any_time; /* also while another command has not been answered */
};

const struct command *command_find(const char *verb);
/* Whether the command takes these arguments; where it does not, that has been answered. */
bool command_fits(const struct command *c, char **words, int count);
/* Called now and then while a command waits for wall-clock time. */
void command_tick(void);
bool command_waits(void);
void command_process_ended(struct process *p);

/* ---- listen.c: the control port ---- */

/* The port, which is a free one where 0 is asked for; ends the program on failure. */
int listen_for_client(const char *address, int port, const char *token);
void listen_tick(void); /* turns away who has said nothing for too long */

/* ---- peer.c: whether this user's programs are at the other end of a loopback connection ---- */

/* Where not, whose program is there, or -1 where that is not known. */
bool peer_is_ours(int fd, long *stranger);

/* ---- control.c: the control connection ---- */

/* From here on there is a client; it may have said something already. */
void control_serve(int from, int to, const char *said, size_t size);
bool control_connected(void);
/* Sends what the buffer holds, and empties it. */
void control_send(struct buffer *frame);
void control_ok(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* An error's text is for people; the payload is the end of a log, or nothing. */
void control_error(const char *code, struct buffer *text, struct buffer *payload);
void control_refuse(const char *code, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
extern bool finished; /* set once there is nobody left to serve */

#endif
