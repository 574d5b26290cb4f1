#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <time.h>

#include "vclock.h"

static int epoll = -1;

void loop_init(void) {
  epoll = epoll_create1(EPOLL_CLOEXEC);
  if (epoll < 0) {
    perror("vclock: epoll_create1");
    exit(70);
  }
}

static void control(int operation, struct watch *w, uint32_t events) {
  struct epoll_event event = {.events = events, .data.ptr = w};
  if (epoll_ctl(epoll, operation, w->fd, &event)) {
    perror("vclock: epoll_ctl");
    exit(70);
  }
}

static uint32_t reads(const struct watch *w) { return w->only_writes ? 0 : EPOLLIN; }

void loop_add(struct watch *w) { control(EPOLL_CTL_ADD, w, reads(w)); }

void loop_want_write(struct watch *w, bool wanted) {
  control(EPOLL_CTL_MOD, w, reads(w) | (wanted ? EPOLLOUT : 0));
}

void loop_remove(struct watch *w) { control(EPOLL_CTL_DEL, w, 0); }

bool loop_run_once(int64_t nanoseconds) {
  if (nanoseconds != 0) {
    /* Not epoll_pwait2: ppoll takes nanoseconds on every kernel. */
    struct pollfd fd = {.fd = epoll, .events = POLLIN};
    struct timespec wait = {nanoseconds / 1000000000, nanoseconds % 1000000000};
    if (ppoll(&fd, 1, nanoseconds < 0 ? NULL : &wait, NULL) <= 0) return false;
  }
  /* One event at a time, because a watch may remove any other. */
  struct epoll_event event;
  if (epoll_wait(epoll, &event, 1, 0) <= 0) return false;
  struct watch *w = event.data.ptr;
  w->ready(w, event.events & (EPOLLIN | EPOLLHUP | EPOLLERR), event.events & EPOLLOUT);
  return true;
}

int64_t wall_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}
