/*
 * Moves the virtual time from timer to timer. A program is settled when all its threads sleep and none has
 * run between two checks; only then does time move.
 */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vclock.h"

#define DEFAULT_LIMIT INT64_C(30000000000) /* ns */

int64_t virtual_now;
int64_t progress_limit = DEFAULT_LIMIT;
bool clock_moving;

static int64_t epoch, target, events, last_progress;
static bool leaping;
static unsigned looks; /* failed checks since something settled */
static int64_t first_look; /* the first of these, by wall_now() */

void clock_reset(void) {
  clock_set_epoch(0);
  progress_limit = DEFAULT_LIMIT;
  looks = 0;
}

void clock_set_epoch(int64_t time) { virtual_now = epoch = time; }

int64_t clock_age(void) { return difference(virtual_now, epoch); }

void clock_continue(int64_t time, int64_t age) {
  virtual_now = time;
  epoch = difference(time, age);
  looks = 0;
}

void clock_place(struct clock_page *page, int64_t lead) {
  int64_t time = sum(virtual_now, lead);
  __atomic_store_n(&page->realtime, time, __ATOMIC_SEQ_CST);
  /* Monotonic time starts at one second, because programs take 0 for "never". */
  __atomic_store_n(&page->monotonic, sum(difference(time, epoch), 1000000000), __ATOMIC_SEQ_CST);
}

static void begin(int64_t to, bool leap) {
  target = to;
  leaping = leap;
  events = 0;
  clock_moving = true;
  last_progress = wall_now();
  for (struct process *p = processes; p; p = p->next)
    if (p->running) threads_pin(p);
}

void clock_progress(void) { last_progress = wall_now(); }

void clock_advance(int64_t to) { begin(to, false); }
void clock_leap(int64_t to) { begin(to, true); }

void clock_fail(const struct process *died) {
  struct buffer text = {0}, payload = {0};
  clock_moving = false;
  buffer_printf(&text, "%s ended during the run: %s %d", died->name,
                WIFSIGNALED(died->status) ? "killed by signal" : "exit status",
                WIFSIGNALED(died->status) ? WTERMSIG(died->status) : WEXITSTATUS(died->status));
  process_log_tail(died, &payload);
  control_error("died", &text, &payload);
  buffer_free(&text);
  buffer_free(&payload);
}

/* Without file descriptors, vclock cannot accept connections or check threads. */
static void describe_shortage(struct buffer *out) {
  int fd = open("/proc/self", O_RDONLY | O_CLOEXEC);
  if (fd < 0) buffer_printf(out, " The launcher cannot open files: %s.", strerror(errno));
  if (fd >= 0) close(fd);
}

static void give_up(void) {
  struct buffer text = {0}, payload = {0};
  clock_moving = false;
  buffer_printf(&text, "nothing settled for %.1f s.", (double)progress_limit / 1e9);
  for (struct process *p = processes; p; p = p->next)
    if (p->running) {
      buffer_append(&text, " ", 1);
      threads_describe(p, &text);
      if (!threads_look(p, true)) {
        buffer_printf(&payload, "--- %s\n", p->name);
        process_log_tail(p, &payload);
      }
    }
  relay_describe(&text);
  describe_shortage(&text);
  control_error("stuck", &text, &payload);
  buffer_free(&text);
  buffer_free(&payload);
}

/* True if no thread has run since the previous check. */
static bool quiet(void) {
  bool same = true;
  for (struct process *p = processes; p; p = p->next) {
    if (!p->running) continue;
    int64_t cpu = process_cpu(p);
    if (cpu != p->cpu) {
      p->cpu = cpu;
      p->dirty = true;
      same = false;
    }
  }
  return same;
}

static bool all_asleep(void) {
  bool dirty = false;
  for (struct process *p = processes; p; p = p->next) dirty |= p->running && p->dirty;
  /* A thread that ran may have woken another, so all are checked. */
  for (struct process *p = processes; dirty && p; p = p->next)
    if (p->running && !threads_look(p, p->dirty)) return false;
  return true;
}

/*
 * With a timer less than a millisecond away, Go's monitor polls continuously, so the CPU time differs in
 * every check. Then each other thread is checked by itself, which takes longer.
 */
static bool quiet_past_monitors(void) {
  for (struct process *p = processes; p; p = p->next)
    if (p->running && !threads_look_past_monitor(p, FIRST_LOOK)) return false;
  if (relay_busy()) return false;
  sched_yield();
  for (struct process *p = processes; p; p = p->next)
    if (p->running && !threads_look_past_monitor(p, SECOND_LOOK)) return false;
  for (struct process *p = processes; p; p = p->next) p->cpu = process_cpu(p);
  return true;
}

/* Yields to the programs; true if none of them needed the processor. */
static bool idle(void) {
  quiet();
  sched_yield();
  return quiet();
}

static bool quiet_at_two_looks(void) {
  if (!idle() || !all_asleep() || relay_busy()) return false;
  sched_yield(); /* to kernel threads, which may have work for a program */
  return quiet();
}

static bool settled(void) {
  enum { PATIENCE = 8 };
  if (relay_waits()) return false;
  if (looks++ == 0) first_look = wall_now();
  if (!quiet_at_two_looks() && (looks % PATIENCE || !quiet_past_monitors())) return false;
  looks = 0;
  for (struct process *p = processes; p; p = p->next) p->dirty = false;
  return true;
}

/* The first step, at or after an instant, at which the program's timers run. */
static int64_t next_step(const struct process *p, int64_t time) {
  if (p->slack == 0 || time == NEVER) return time;
  int64_t since = difference(time, p->step) % p->slack;
  if (since == 0) return time;
  int64_t wait = since < 0 ? -since : p->slack - since;
  return time < NEVER - wait ? time + wait : NEVER;
}

/* Timers of such a program run only at the targets of advances. */
static bool lags(const struct process *p) { return leaping || p->slack == NEVER; }

static int64_t next_instant(void) {
  int64_t next = target;
  for (struct process *p = processes; p; p = p->next) {
    if (!p->running || lags(p)) continue;
    int64_t step = next_step(p, p->deadline > virtual_now ? p->deadline : virtual_now);
    if (step < next) next = step;
  }
  if (!leaping && relay_deadline() < next) next = relay_deadline();
  return next > virtual_now ? next : virtual_now;
}

static void wake(struct process *p) {
  p->dirty = true;
  threads_wake_timed(p);
}

static bool moves(const struct process *p) {
  if (!p->running) return false;
  if (virtual_now == target) return true;
  /* A program that is answered now must see the current time. */
  return !lags(p) && (next_step(p, virtual_now) == virtual_now || relay_deadline() <= virtual_now);
}

/*
 * Sets the new time for every program before any is woken: a woken program may contact another at once, and
 * vclock may be preempted between two wake-ups.
 */
static void move_all(void) {
  for (struct process *p = processes; p; p = p->next)
    if (moves(p)) {
      p->position = virtual_now;
      clock_place(p->page, p->lead);
    }
  for (struct process *p = processes; p; p = p->next)
    /* A program that ran since the last check may have gone to sleep with the old time. */
    if (moves(p)) p->resignal = process_cpu(p) != p->cpu;
  for (struct process *p = processes; p; p = p->next)
    if (moves(p)) wake(p);
}

static bool wake_again(void) {
  bool any = false;
  for (struct process *p = processes; p; p = p->next)
    if (p->running && p->resignal) {
      p->resignal = false;
      any = true;
      wake(p);
    }
  return any;
}

/* Whether a timer is due at the target that has not run because its program was not signalled. */
static bool anything_due(void) {
  for (struct process *p = processes; p; p = p->next)
    if (p->running && (p->position < virtual_now || p->deadline <= virtual_now)) return true;
  return false;
}

/*
 * Waits a fraction of the time that the programs have already taken: on a busy machine, continuous checks
 * would take the processor from the programs.
 */
int64_t clock_next_look(void) {
  enum { SHORTEST = 15000, LONGER = 1000, LONGEST_WHEN_IDLE = 40000, LONGEST = 5000000, PART = 8 };
  enum { TURNS = 6 };
  if (relay_waits()) return LONGEST; /* it is an event */
  if (looks < TURNS && threads_share_processor()) return 0; /* each yields to the programs */
  int64_t wait = SHORTEST + (int64_t)looks * LONGER;
  if (wait > LONGEST_WHEN_IDLE) wait = LONGEST_WHEN_IDLE;
  int64_t part = looks ? (wall_now() - first_look) / PART : 0;
  if (part > wait) wait = part;
  return wait < LONGEST ? wait : LONGEST;
}

/* Whether a program runs another process, whose threads are not checked, so that time cannot move. */
static bool accompanied(void) {
  for (struct process *p = processes; p; p = p->next) {
    pid_t other = p->running ? exec_companion(p->pid) : 0;
    if (!other) continue;
    char link[64], path[256];
    snprintf(link, sizeof link, "/proc/%d/exe", other);
    ssize_t size = readlink(link, path, sizeof path);
    clock_moving = false;
    control_refuse("companion",
                   "%s runs %.*s as another process, for which the clock cannot wait; a script has to "
                   "start its server with exec",
                   p->name, size > 0 ? (int)size : 7, size > 0 ? path : "another");
    return true;
  }
  return false;
}

void clock_step(void) {
  if (accompanied()) return;
  if (!settled()) {
    if (wall_now() - last_progress > progress_limit) give_up();
    return;
  }
  if (wake_again()) return;
  if (virtual_now >= target && !anything_due()) {
    clock_moving = false;
    control_ok("%lld %lld", (long long)virtual_now, (long long)events);
    return;
  }
  int64_t next = next_instant();
  if (next > virtual_now) {
    virtual_now = next;
    last_progress = wall_now();
    events++;
  }
  move_all();
  relay_wake();
}
