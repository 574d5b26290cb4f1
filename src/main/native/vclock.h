/*
 * vclock starts programs under a virtual clock, moves that clock, and relays their loopback connections to
 * the client of the control connection. PROTOCOL.md describes the commands.
 */
#ifndef VCLOCK_H
#define VCLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define PROTOCOL_VERSION 1
#define NEVER INT64_MAX

/* Saturates: times beyond the range become its ends. */
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
/*
 * Splits a line into words, decoded in place and followed by NULL; returns their number, or -1 if the line
 * is invalid. Overwrites the byte after the line.
 */
int frame_split(char *line, size_t size, char **words);
bool frame_number(const char *word, int64_t *number);

/* ---- buffer.c: bytes that grow at one end and are taken from the other ---- */

struct buffer {
  char *data;
  size_t start, end, capacity;
};

void *need(void *allocated); /* exits if there is no memory */
void buffer_append(struct buffer *b, const void *bytes, size_t count);
void buffer_printf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_word(struct buffer *b, const char *bytes, size_t count); /* percent-encoded */
void buffer_take(struct buffer *b, size_t count);
void buffer_free(struct buffer *b);
static inline size_t buffer_size(const struct buffer *b) { return b->end - b->start; }
static inline char *buffer_bytes(const struct buffer *b) { return b->start ? b->data + b->start : b->data; }
/* Both return 0 if the other side is gone. */
bool buffer_read_from(struct buffer *b, int fd);
bool buffer_write_to(struct buffer *b, int fd);

/* ---- loop.c: callbacks when a descriptor can be read or written ---- */

struct watch {
  void (*ready)(struct watch *self, bool readable, bool writable);
  int fd;
  bool only_writes; /* readable when the reader is gone */
};

void loop_init(void);
void loop_add(struct watch *w);
void loop_want_write(struct watch *w, bool wanted);
void loop_remove(struct watch *w);
/* Waits up to this long (negative: no limit) and calls the watches; true if there was an event. */
bool loop_run_once(int64_t nanoseconds);
int64_t wall_now(void); /* the machine's own monotonic clock, ns */

/* ---- inject.c: installs the clock in a program ---- */

/* Written by vclock, read by the program's clock_gettime. The arch files depend on the offsets. */
struct clock_page {
  int64_t realtime;
  int64_t monotonic;
};

/* Makes a program that is stopped at its exec read its time from the memfd. */
bool inject_clock(pid_t pid, int page_fd, struct buffer *error);

/* ---- calls.c: the meaning of system calls ---- */

enum thread_sleep {
  SLEEP_NONE,    /* running, or in a call that ends without the clock */
  SLEEP_UNTIMED, /* waits without a timeout */
  SLEEP_REAL,    /* waits for a short time by the real clock */
  SLEEP_TIMED,   /* waits for its next timer; the timeout is valid */
};

enum thread_sleep call_classify(long call, const unsigned long args[6], int *timeout_ms);
const char *call_name(long call);

/* arch_*.c: the newer call with the same relevant arguments, or the call itself. */
long arch_later_call(long call);

/* vdso.c: the address of a function in the stopped program's vDSO, or 0. */
uint64_t vdso_find(pid_t pid, int memory, const char *name);

/* ---- process.c: programs by name ---- */

struct thread {
  pid_t tid;
  int call_fd, ran_fd; /* /proc/PID/task/TID/syscall and schedstat */
  bool timed, polls;
  bool parked;         /* waits for another thread of its program */
  bool monitor;        /* Go's monitor thread, which polls */
  unsigned long ran;   /* its count at the last check or wake-up */
  bool woken;          /* and has not run since */
};

struct process {
  struct process *next;
  char *name, *log;
  pid_t pid;
  bool running, told_to_end;
  bool real; /* it sees the real clock */
  int status; /* from waitpid, after it has exited */
  struct clock_page *page;
  int64_t slack;    /* ns between the steps at which its timers run; 0: each at its instant;
                       NEVER: only at the instants asked for */
  int64_t step;     /* the virtual time of one of these steps */
  int64_t lead;     /* ns; how far its clock is ahead of the virtual time */
  int64_t position; /* the virtual time that it has been moved to */
  int64_t deadline; /* the virtual time of its next timer, or NEVER */
  clockid_t cpu_clock; /* of its CPU time */
  int64_t cpu;         /* its CPU time at the last check, ns */
  bool pinned;
  int64_t unpolled; /* wall clock: sleeping with no thread in epoll since then, or 0 */
  bool never_polls; /* it is not a Go program */
  bool dirty;       /* may have run since it last settled */
  bool resignal;    /* may have missed the last move */
  void *task_dir; /* DIR of /proc/PID/task */
  struct thread *threads;
  size_t thread_count, thread_capacity;
  size_t awake; /* the thread that was awake at the last look */
};

extern struct process *processes;

struct process *process_find(const char *name);
bool slack_of(const char *word, int64_t *slack);
struct process *process_start(char **words, struct buffer *error);
struct process *process_of(pid_t pid);
void process_replaced(pid_t pid); /* after it has executed another program */
bool process_signal(struct process *p, int number);
void process_reap(void);      /* after SIGCHLD */
void process_end_all(void);   /* SIGKILL and wait, including all descendants */
void process_forget_all(void); /* the same, and forget their names */
void process_log_tail(const struct process *p, struct buffer *out);
void process_describe_end(const struct process *p, struct buffer *out);
int64_t process_cpu(const struct process *p);

/* ---- children.c: processes that programs have left behind ---- */

void children_end(int64_t until); /* by wall_now() */

/* Continues in a child, with this process as its guard. False on failure, with errno set. */
bool guard_begin(void);

/* ---- alias.c: files and directories that are redirected for a program ---- */

int alias_install(bool opens);       /* in the child; the descriptor to serve, or -1 */
bool alias_send(int socket, int fd); /* from the child; -1: none */
int alias_receive(int socket);       /* -1: none, or the child has failed */
/* Lets the child execute its program; returns at once if the child has failed. */
void alias_let_begin(int listener, int socket);
/* Takes over both descriptors. The aliases: each FROM=TO; ends with NULL. */
void alias_serve(int listener, char **aliases, pid_t program, int page_fd);
void alias_forget_all(void); /* except those that are kept for a template */
void alias_keep(pid_t program);
/* A child of a template takes the place of its program. Takes over the descriptor. */
void alias_follow(pid_t template, pid_t child, int page_fd);
void alias_release(pid_t template);

/* ---- exec.c: programs that a program executes or starts ---- */

struct seccomp_notif;
/* False if the call must fail. */
bool exec_begins(int listener, const struct seccomp_notif *call, pid_t program, int page_fd);
void exec_stopped(pid_t pid, int status); /* from waitpid */
void exec_forget(pid_t tid);
pid_t exec_companion(pid_t program); /* a running process that it has started, or 0 */
void exec_end_companions(pid_t program);

/* ---- threads.c: what a program's threads wait for ---- */

/* False if a thread is busy; otherwise sets the deadline. ran: whether any may have run since the last look. */
bool threads_look(struct process *p, bool ran);
/* The same, but ignores the monitor; the second of two checks is also false if a thread ran between them. */
enum look { FIRST_LOOK, SECOND_LOOK };
bool threads_look_past_monitor(struct process *p, enum look look);
void threads_wake_timed(struct process *p);
/* Whether vclock runs on the programs' processor, so that yielding it lets them run. */
bool threads_share_processor(void);
/* In a child: the program begins on any processor. */
void threads_begin_anywhere(void);
extern int processor_wanted; /* index into the allowed processors */
/* Pins the program to the shared processor; threads.c explains why. */
void threads_pin(struct process *p);
void threads_forget(struct process *p);
void threads_describe(struct process *p, struct buffer *out);

/* ---- clock.c: the virtual time ---- */

extern int64_t virtual_now;    /* ns since 1970-01-01T00:00:00Z */
extern int64_t progress_limit; /* ns of wall clock */
extern bool clock_moving;      /* an advance is in progress */

void clock_reset(void); /* as at the start; only while nothing runs */
/* Sets the time; only while nothing runs. */
void clock_set_epoch(int64_t time);
int64_t clock_age(void); /* since the epoch, which programs take for their start */
void clock_continue(int64_t time, int64_t age);
/* Sets the initial time of a program that starts now with this lead. */
void clock_place(struct clock_page *page, int64_t lead);
/* Both are answered over the control connection after everything has settled at the target. */
void clock_advance(int64_t target);
void clock_leap(int64_t target);
void clock_step(void);
int64_t clock_next_look(void); /* ns until the next check of busy programs */
void clock_fail(const struct process *died);
void clock_progress(void); /* there was progress other than time */

/* ---- relay.c: loopback connections carried over the control connection ---- */

int relay_listen(struct buffer *error); /* the port, or 0 */
int relay_reserve(struct buffer *error);
bool relay_waits(void); /* for the client */
bool relay_busy(void);
void relay_describe(struct buffer *out);
void relay_data(long id, const char *bytes, size_t count);
void relay_answered(long id, uint64_t received, int64_t until); /* NEVER: no more */
int64_t relay_deadline(void); /* the first time at which one continues, or NEVER */
void relay_wake(void);        /* reports those whose time has come */
void relay_close(long id);
void relay_reset(void); /* closes all connections and releases all ports, except those that are kept */
bool relay_keep(long keeper); /* keeps the ports for a template; true if any of them is relayed */
void relay_release(long keeper);

/* ---- files.c: functions return false with errno set ---- */

/* Creates vclock's own directory, which becomes the working directory. */
bool directory_make(char *template);
const char *directory_name(void); /* "." if none was created */
bool directory_empty(void);
void directory_remove(void);
bool file_write(char *path, const char *bytes, size_t size); /* and the directories above it */
bool file_read(const char *path, struct buffer *content);

/* ---- kept_files.c: the files of templates, by number; functions return false with errno set ---- */

bool directory_is_own(void);
bool directory_keep(long number); /* moves the content of the directory away */
bool directory_copy(long number); /* and copies it back */
void directory_forget(long number); /* 0: of all templates */

/* ---- templates.c: programs that were frozen, and are forked; see PROTOCOL.md ---- */

void template_freeze(const char *name);
void template_fork(const char *name, const int64_t *time); /* NULL: the template's */
void template_end(const char *name);
bool templates_any(void);
bool templates_have(pid_t pid);
void templates_ended(pid_t pid); /* after it has exited */
void templates_end_relayed(void);
void templates_end_all(void);

/* ---- commands.c: the commands of the control connection ---- */

struct command {
  const char *verb;
  const char *arguments; /* one letter each, see commands.c; without the payload's size */
  void (*run)(char **words);
  void (*run_with_payload)(char **words, const char *payload, size_t size);
  bool any_time; /* even while another command is in progress */
};

const struct command *command_find(const char *verb);
/* Whether the command accepts these arguments; if not, it has answered with an error. */
bool command_fits(const struct command *c, char **words, int count);
/* Called repeatedly while a command waits for wall-clock time. */
void command_tick(void);
bool command_waits(void);
void command_process_ended(struct process *p);

/* ---- listen.c: the control port ---- */

/* Returns the port, a free one for 0; exits on failure. */
int listen_for_client(const char *address, int port, const char *token);
void listen_tick(void); /* closes connections without a token after a time */

/* ---- peer.c: whether a loopback connection comes from a program of this user ---- */

/* If not, sets the uid of the other user, or -1 if it is unknown. */
bool peer_is_ours(int fd, long *stranger);

/* ---- control.c: the control connection ---- */

/* Starts serving a client, which may already have sent bytes. */
void control_serve(int from, int to, const char *said, size_t size);
bool control_connected(void);
/* Sends the content of the buffer, and empties it. */
void control_send(struct buffer *frame);
void control_ok(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The text is a description; the payload is the end of a log, or empty. */
void control_error(const char *code, struct buffer *text, struct buffer *payload);
void control_refuse(const char *code, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
extern bool finished; /* set when there is no client any more */

#endif
