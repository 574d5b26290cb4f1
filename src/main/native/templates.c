/* Templates by name: programs that were frozen together, with their files, ports and time. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "freeze.h"

struct template {
  struct template *next;
  char *name;
  long number;
  struct frozen *programs; /* in the order of "processes" */
  int64_t now, age;        /* the time, and since the epoch */
  bool relayed;            /* has relay ports, which a reset closes */
};

static struct template *templates;
static long last_number;

static struct template *find(const char *name) {
  for (struct template *t = templates; t; t = t->next)
    if (!strcmp(t->name, name)) return t;
  return NULL;
}

static struct frozen *frozen_of(pid_t pid) {
  for (struct template *t = templates; t; t = t->next)
    for (struct frozen *f = t->programs; f; f = f->next)
      if (!f->ended && f->pid == pid) return f;
  return NULL;
}

bool templates_any(void) { return templates; }

bool templates_have(pid_t pid) { return frozen_of(pid); }

void templates_ended(pid_t pid) {
  struct frozen *f = frozen_of(pid);
  if (f) f->ended = true;
}

static void forget_programs(struct frozen *f) {
  while (f) {
    struct frozen *next = f->next;
    freeze_end(f);
    alias_release(f->pid);
    free(f->as.name);
    free(f->as.log);
    free(f);
    f = next;
  }
}

static void end(struct template *t) {
  struct template **at = &templates;
  while (*at != t) at = &(*at)->next;
  *at = t->next;
  forget_programs(t->programs);
  relay_release(t->number);
  directory_forget(t->number);
  free(t->name);
  free(t);
}

void templates_end_all(void) {
  while (templates) end(templates);
}

void templates_end_relayed(void) {
  for (struct template *t = templates, *next; t; t = next) {
    next = t->next;
    if (t->relayed) end(t);
  }
}

/* Why nothing can be frozen now, or NULL. */
static const char *obstacle(void) {
  bool any = false;
  for (struct process *p = processes; p; p = p->next) {
    if (!p->running && !p->told_to_end) return "a program has ended";
    if (!p->running) continue;
    any = true;
    if (p->real) return "a program sees the real clock";
    if (exec_companion(p->pid)) return "a program runs another process";
  }
  if (!any) return "nothing runs";
  if (relay_busy()) return "a relayed connection waits for its answer";
  return directory_is_own() ? NULL : "the launcher has no directory of its own";
}

/* The programs end, however far freezing them has come. */
static void fail(struct template *t, const struct frozen *culprit) {
  control_refuse("fork", "%s: %s", culprit->as.name, culprit->why);
  for (struct frozen *f = t->programs; f; f = f->next) {
    struct process *p = process_of(f->pid);
    freeze_end(f);
    f->ended = true;
    f->memory = -1;
    f->as.name = f->as.log = NULL; /* the process's */
    if (!p) continue;
    p->running = false;
    p->status = SIGKILL; /* as waitpid reports it */
    p->told_to_end = true;
    threads_forget(p);
  }
  struct frozen *programs = t->programs;
  while (programs) {
    struct frozen *next = programs->next;
    free(programs);
    programs = next;
  }
  process_end_all();
  free(t->name);
  free(t);
}

/* Takes the entry of a program that runs no more as a process of its own. */
static void take_over(struct frozen *f) {
  for (struct process **at = &processes; *at; at = &(*at)->next)
    if ((*at)->pid == f->pid && (*at)->running) {
      struct process *p = *at;
      *at = p->next;
      threads_forget(p);
      f->as = *p;
      free(p->threads);
      free(p);
      return;
    }
}

void template_freeze(const char *name) {
  const char *why = find(name) ? "there is a template of this name" : obstacle();
  if (why) {
    control_refuse("fork", "%s", why);
    return;
  }
  struct template *t = need(calloc(1, sizeof *t));
  *t = (struct template){.name = need(strdup(name)), .number = ++last_number, .now = virtual_now, .age = clock_age()};
  struct frozen **last = &t->programs;
  const struct frozen *culprit = NULL;
  for (struct process *p = processes; p && !culprit; p = p->next) {
    if (!p->running) continue;
    struct frozen *f = need(calloc(1, sizeof *f));
    *last = f;
    last = &f->next;
    f->as = *p;
    if (!freeze(p, f)) culprit = f;
  }
  for (struct frozen *f = t->programs; f && !culprit; f = f->next)
    if (!freeze_close_sockets(f)) culprit = f;
  if (!culprit && !directory_keep(t->number)) {
    refuse(t->programs, "its files cannot be moved: %s", strerror(errno));
    culprit = t->programs;
  }
  if (culprit) {
    fail(t, culprit);
    return;
  }
  t->next = templates;
  templates = t; /* from now on they are spared when all programs end */
  for (struct frozen *f = t->programs; f; f = f->next) {
    take_over(f);
    munmap(f->as.page, 4096);
    alias_keep(f->pid);
  }
  process_forget_all(); /* those that have ended before */
  t->relayed = relay_keep(t->number);
  control_ok("%lld", (long long)t->now);
}

/* Exact even if the distance between two times does not fit, as the sum does. */
static int64_t moved(int64_t time, uint64_t by) { return (int64_t)((uint64_t)time + by); }

static void enter(const struct frozen *f, const struct born *b, uint64_t by) {
  struct process *p = need(calloc(1, sizeof *p));
  *p = f->as;
  p->name = need(strdup(f->as.name));
  p->log = need(strdup(f->as.log));
  p->pid = b->pid;
  clock_getcpuclockid(p->pid, &p->cpu_clock);
  p->page = b->page;
  p->page->realtime = moved(p->page->realtime, by);
  p->position = moved(p->position, by);
  p->step = moved(p->step, by);
  p->deadline = NEVER;
  p->cpu = -1;
  p->unpolled = 0;
  p->dirty = true;
  p->resignal = false;
  p->task_dir = NULL;
  p->threads = NULL;
  p->thread_count = p->thread_capacity = p->awake = 0;
  struct process **last = &processes;
  while (*last) last = &(*last)->next;
  *last = p;
  p->next = NULL;
  alias_follow(f->pid, b->pid, b->page_fd);
}

void template_fork(const char *name, const int64_t *time) {
  struct template *t = find(name);
  struct buffer why = {0};
  if (!t) {
    control_refuse("unknown", "no template is called %s", name);
    return;
  }
  process_forget_all();
  size_t count = 0;
  for (struct frozen *f = t->programs; f; f = f->next, count++)
    if (f->ended) buffer_printf(&why, "%s: its template has ended", f->as.name);
  struct born *born = need(calloc(count, sizeof *born));
  if (!buffer_size(&why) && (!directory_empty() || !directory_copy(t->number)))
    buffer_printf(&why, "the files of the template cannot be copied: %s", strerror(errno));
  bool made = !buffer_size(&why) && fork_all(t->programs, born, &why);
  if (made) {
    uint64_t by = time ? (uint64_t)*time - (uint64_t)t->now : 0;
    clock_continue(moved(t->now, by), t->age);
    size_t i = 0;
    for (struct frozen *f = t->programs; f; f = f->next) enter(f, &born[i++], by);
    control_ok("%lld", (long long)virtual_now);
  } else {
    control_error("fork", &why, NULL);
  }
  buffer_free(&why);
  free(born);
}

void template_end(const char *name) {
  struct template *t = find(name);
  if (t) {
    end(t);
    control_ok("%s", "");
  } else {
    control_refuse("unknown", "no template is called %s", name);
  }
}
