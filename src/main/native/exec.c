/*
 * Programs that a program executes or starts. An exec discards the clock with the old image. So the filter
 * of alias.c reports each exec, the process is traced during that call, and then gets the clock again.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vclock.h"

/* A thread that is in an exec, or was in one that failed. */
struct exec {
  struct exec *next;
  pid_t tid, program;
  int page_fd; /* the clock's, in that process */
};

/* Another process that a program has started. */
struct companion {
  struct companion *next;
  pid_t pid, program;
  int fd; /* a pidfd */
};

static struct exec *execs;
static struct companion *companions;

static struct exec *find(pid_t tid) {
  for (struct exec *e = execs; e; e = e->next)
    if (e->tid == tid) return e;
  return NULL;
}

void exec_forget(pid_t tid) {
  for (struct exec **at = &execs; *at; at = &(*at)->next)
    if ((*at)->tid == tid) {
      struct exec *e = *at;
      *at = e->next;
      free(e);
      return;
    }
}

/* Writes the reason to the program's log. */
static void log_reason(pid_t program, pid_t pid, const char *reason) {
  struct process *p = process_of(program);
  int fd = p ? open(p->log, O_WRONLY | O_APPEND | O_CLOEXEC) : -1;
  if (fd < 0) return;
  dprintf(fd, "vclock: process %d gets no virtual clock: %s\n", pid, reason);
  close(fd);
}

static void joins(pid_t pid, pid_t program) {
  struct companion *c = need(calloc(1, sizeof *c));
  *c = (struct companion){.next = companions, .pid = pid, .program = program};
  c->fd = (int)syscall(SYS_pidfd_open, pid, 0);
  companions = c;
}

bool exec_begins(int listener, const struct seccomp_notif *call, pid_t program, int page_fd) {
  pid_t tid = (pid_t)call->pid;
  if (find(tid)) return true; /* it tries several directories */
  struct seccomp_notif_addfd add = {.id = call->id, .srcfd = (uint32_t)page_fd};
  int there = ioctl(listener, SECCOMP_IOCTL_NOTIF_ADDFD, &add);
  if (there < 0 ||
      ptrace(PTRACE_SEIZE, tid, NULL, (void *)(PTRACE_O_TRACEEXEC | PTRACE_O_TRACESYSGOOD))) {
    log_reason(program, tid, strerror(errno));
    return false;
  }
  struct exec *e = need(calloc(1, sizeof *e));
  *e = (struct exec){.next = execs, .tid = tid, .program = program, .page_fd = there};
  execs = e;
  if (tid != program) joins(tid, program);
  return true;
}

/* The call has returned; the new program has not executed an instruction yet. */
static void begins(struct exec *e) {
  struct buffer error = {0};
  if (inject_clock(e->tid, e->page_fd, &error)) {
    ptrace(PTRACE_DETACH, e->tid, NULL, NULL);
    process_replaced(e->tid);
  } else {
    buffer_append(&error, "", 1);
    log_reason(e->program, e->tid, buffer_bytes(&error));
    kill(e->tid, SIGKILL);
  }
  buffer_free(&error);
  exec_forget(e->tid);
}

void exec_stopped(pid_t pid, int status) {
  int signal = WSTOPSIG(status), event = status >> 16;
  unsigned long former;
  if (event == PTRACE_EVENT_EXEC) {
    /* A thread other than the first gets the process's number. */
    struct exec *e = ptrace(PTRACE_GETEVENTMSG, pid, NULL, &former) ? NULL : find((pid_t)former);
    if (e) e->tid = pid;
    ptrace(PTRACE_SYSCALL, pid, NULL, NULL); /* up to the call's end, which sets registers */
  } else if (signal == (SIGTRAP | 0x80) && find(pid)) {
    begins(find(pid));
  } else if (event == PTRACE_EVENT_STOP && signal != SIGTRAP) {
    ptrace(PTRACE_LISTEN, pid, NULL, NULL);
  } else {
    ptrace(PTRACE_CONT, pid, NULL, (void *)(long)(event ? 0 : signal));
  }
}

static bool has_ended(const struct companion *c) {
  struct pollfd p = {.fd = c->fd, .events = POLLIN};
  return c->fd < 0 || poll(&p, 1, 0) == 1;
}

pid_t exec_companion(pid_t program) {
  for (struct companion **at = &companions; *at;) {
    struct companion *c = *at;
    if (!has_ended(c)) {
      if (c->program == program) return c->pid;
      at = &c->next;
      continue;
    }
    *at = c->next;
    if (c->fd >= 0) close(c->fd);
    free(c);
  }
  return 0;
}

void exec_end_companions(pid_t program) {
  for (struct companion *c = companions; c; c = c->next)
    if (c->program == program) syscall(SYS_pidfd_send_signal, c->fd, SIGKILL, NULL, 0);
}
