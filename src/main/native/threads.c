#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vclock.h"

int processor_wanted;

/*
 * All programs share one processor. A thread that is woken from another processor is neither asleep nor
 * running until its own processor is notified, and /proc shows it as asleep; on one processor that state
 * does not exist. The programs take turns anyway. vclock is on that processor too, and does not preempt
 * them: it waits by yielding, and while it runs, none of their threads does.
 */
static struct {
  bool known;
  bool shared; /* vclock is there */
  cpu_set_t programs, allowed;
} processor;

void threads_forget(struct process *p) {
  for (size_t i = 0; i < p->thread_count; i++) {
    close(p->threads[i].call_fd);
    close(p->threads[i].ran_fd);
  }
  p->thread_count = 0;
  if (p->task_dir) closedir(p->task_dir);
  p->task_dir = NULL;
}

static int open_in(DIR *dir, const char *tid, const char *file) {
  char path[300];
  snprintf(path, sizeof path, "%s/%s", tid, file);
  return openat(dirfd(dir), path, O_RDONLY | O_CLOEXEC);
}

/* Lists the threads again, and keeps the state of those that vclock has woken. */
static bool list(struct process *p) {
  pid_t woken = 0;
  unsigned long ran = 0;
  for (size_t i = 0; i < p->thread_count; i++)
    if (p->threads[i].woken) {
      woken = p->threads[i].tid;
      ran = p->threads[i].ran;
    }
  threads_forget(p);
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/task", p->pid);
  DIR *dir = opendir(path);
  if (!dir) return false;
  p->task_dir = dir;
  for (struct dirent *e; (e = readdir(dir));) {
    if (e->d_name[0] == '.') continue;
    if (p->thread_count == p->thread_capacity) {
      p->thread_capacity = p->thread_capacity ? 2 * p->thread_capacity : 16;
      p->threads = need(realloc(p->threads, p->thread_capacity * sizeof *p->threads));
    }
    int call_fd = open_in(dir, e->d_name, "syscall");
    int ran_fd = open_in(dir, e->d_name, "schedstat");
    if (call_fd < 0 || ran_fd < 0) {
      if (call_fd >= 0) close(call_fd);
      return false;
    }
    p->threads[p->thread_count++] =
        (struct thread){.tid = atoi(e->d_name), .call_fd = call_fd, .ran_fd = ran_fd};
    struct thread *t = &p->threads[p->thread_count - 1];
    if (t->tid == woken) {
      t->woken = true;
      t->ran = ran;
    }
    /* A thread that was created while the others were moved may be on another processor. */
    if (p->pinned) sched_setaffinity(t->tid, sizeof processor.programs, &processor.programs);
  }
  return p->thread_count > 0;
}

/* The directory of threads has a link for each, so its link count is sufficient. */
static bool list_is_current(const struct process *p) {
  struct stat s;
  return p->task_dir && !fstat(dirfd(p->task_dir), &s) && s.st_nlink == p->thread_count + 2;
}

/* Parses "202 0x… …" for a thread in a call, or "running"; -1 for anything else. */
static bool read_call(int fd, long *call, unsigned long args[6]) {
  char text[256];
  ssize_t size = pread(fd, text, sizeof text - 1, 0);
  if (size <= 0) return false;
  text[size] = 0;
  *call = -1;
  char *at = text;
  if (*at >= '0' && *at <= '9') {
    *call = arch_later_call(strtol(at, &at, 10));
    for (int i = 0; i < 6; i++) args[i] = strtoul(at, &at, 16);
  }
  return true;
}

/*
 * A number that grows whenever the thread has run: CPU time plus the number of time slices. The time alone
 * may not change in a short slice if a virtual machine's host took the processor.
 */
static unsigned long read_ran(const struct thread *t) {
  char text[64], *at = text;
  ssize_t size = pread(t->ran_fd, text, sizeof text - 1, 0);
  text[size > 0 ? size : 0] = 0;
  unsigned long time = strtoul(at, &at, 10);
  strtoul(at, &at, 10); /* its time on the run queue */
  return time + strtoul(at, &at, 10);
}

/* The state of a thread; -1 if it has exited, so that the list is outdated. */
static int look_at(struct process *p, struct thread *t, int64_t *deadline) {
  long call;
  unsigned long args[6];
  int timeout = -1;
  if (t->woken && read_ran(t) == t->ran) return SLEEP_NONE;
  t->woken = false;
  if (!read_call(t->call_fd, &call, args)) return -1;
  enum thread_sleep sleep = call_classify(call, args, &timeout);
  t->timed = sleep == SLEEP_TIMED;
  t->polls = call == SYS_epoll_pwait;
  t->parked = call == SYS_futex && sleep == SLEEP_UNTIMED && args[1] & FUTEX_PRIVATE_FLAG;
  /* Go creates its monitor as the first thread. No other thread of it sleeps by the real clock. */
  if (sleep == SLEEP_REAL && t == &p->threads[1]) t->monitor = true;
  int64_t end = sum(p->position, timeout * INT64_C(1000000));
  if (t->timed && end < *deadline) *deadline = end;
  return sleep;
}

/*
 * An idle Go program has a thread in epoll. If there is none, a thread that is just being woken has its
 * work, or the monitor, which passes it on.
 */
static bool polled(struct process *p) {
  const int64_t patience = 200000000; /* wall-clock ns, after which it counts as never polling */
  bool any = p->never_polls;
  for (size_t i = 0; i < p->thread_count; i++) any |= p->threads[i].polls;
  if (any)
    p->unpolled = 0;
  else if (!p->unpolled)
    p->unpolled = wall_now();
  else if (wall_now() - p->unpolled > patience)
    any = p->never_polls = true;
  return any;
}

static bool awake(struct process *p) {
  p->unpolled = 0;
  return false;
}

bool threads_look(struct process *p, bool ran) {
  if (ran && !list_is_current(p) && !list(p)) return awake(p);
  int64_t deadline = NEVER;
  for (size_t n = 0; n < p->thread_count; n++) {
    /* Who was awake at the last look most likely still is. */
    size_t i = (p->awake + n) % p->thread_count;
    struct thread *t = &p->threads[i];
    if (t->parked && !ran) continue;
    int sleep = look_at(p, t, &deadline);
    if (sleep == SLEEP_NONE) p->awake = i;
    if (sleep < 0) list(p);
    if (sleep < 0 || sleep == SLEEP_NONE) return awake(p);
  }
  p->deadline = deadline;
  return polled(p);
}

bool threads_look_past_monitor(struct process *p, enum look look) {
  if (!list_is_current(p)) return awake(p);
  int64_t deadline = NEVER;
  for (size_t i = 0; i < p->thread_count; i++) {
    struct thread *t = &p->threads[i];
    int sleep = look_at(p, t, &deadline);
    if (t->monitor) continue;
    if (sleep < 0 || sleep == SLEEP_NONE) return awake(p);
    unsigned long ran = read_ran(t);
    if (look == SECOND_LOOK && ran != t->ran) return awake(p);
    t->ran = ran;
  }
  p->deadline = deadline;
  return polled(p);
}

static void choose_processor(void) {
  cpu_set_t allowed;
  CPU_ZERO(&processor.programs);
  if (processor.known || sched_getaffinity(0, sizeof allowed, &allowed)) return;
  int chosen = 0;
  for (int skip = processor_wanted % CPU_COUNT(&allowed);; chosen++)
    if (CPU_ISSET(chosen, &allowed) && skip-- == 0) break;
  CPU_SET(chosen, &processor.programs);
  processor.allowed = allowed;
  processor.known = true;
  /* Do not preempt a program on wake-up. */
  sched_setscheduler(0, SCHED_BATCH, &(struct sched_param){0});
  processor.shared = !sched_setaffinity(0, sizeof processor.programs, &processor.programs);
}

bool threads_share_processor(void) { return processor.shared; }

void threads_begin_anywhere(void) {
  if (processor.known) sched_setaffinity(0, sizeof processor.allowed, &processor.allowed);
}

void threads_pin(struct process *p) {
  if (p->pinned) return;
  if (!processor.known) choose_processor();
  if (!processor.known) return;
  /* Threads inherit the affinity from their creators, so a second listing finds all others. */
  for (size_t count = 0; list(p) && count != p->thread_count;) {
    count = p->thread_count;
    for (size_t i = 0; i < count; i++)
      sched_setaffinity(p->threads[i].tid, sizeof processor.programs, &processor.programs);
  }
  p->pinned = true;
  /* Threads that are being woken on that processor wake before vclock continues there. */
  sched_yield();
}

void threads_wake_timed(struct process *p) {
  /* Go ignores a SIGURG that it did not send, but the signal interrupts the sleep, which is computed anew. */
  for (size_t i = 0; i < p->thread_count; i++) {
    struct thread *t = &p->threads[i];
    if (!t->timed) continue;
    if (!processor.shared) t->ran = read_ran(t);
    bool woken = !syscall(SYS_tgkill, p->pid, t->tid, SIGURG);
    t->woken = woken && !processor.shared; /* on one processor, it is shown as running at once */
  }
}

void threads_describe(struct process *p, struct buffer *out) {
  buffer_printf(out, "%s (process %d, %.2f s CPU):", p->name, p->pid, (double)process_cpu(p) / 1e9);
  if (!list_is_current(p)) list(p);
  int busy = 0;
  for (size_t i = 0; i < p->thread_count; i++) {
    long call;
    unsigned long args[6];
    int timeout;
    if (!read_call(p->threads[i].call_fd, &call, args)) continue;
    if (call_classify(call, args, &timeout) != SLEEP_NONE) continue;
    const char *name = call < 0 ? NULL : call_name(call);
    buffer_printf(out, "%s thread %d ", busy++ ? "," : "", p->threads[i].tid);
    if (call < 0)
      buffer_printf(out, "is running");
    else if (name)
      buffer_printf(out, "is in %s", name);
    else
      buffer_printf(out, "is in system call %ld", call);
  }
  if (!busy) buffer_printf(out, " all %zu threads sleep", p->thread_count);
}
