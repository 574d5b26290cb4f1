/*
 * Three programs for a test of the launcher. "asker" asks "answerer" for its clock as soon as its own
 * timer runs, and stops the launcher meanwhile; "sleeper" only sleeps, so that there is more to wake.
 * Each sleeps as a Go program does: in epoll, until its next timer or a signal.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int64_t now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static void interrupted(int number) { (void)number; }

static int open_pipe(const char *path) {
  mkfifo(path, 0600);
  int fd = open(path, O_RDWR | O_NONBLOCK);
  if (fd < 0) exit(1);
  return fd;
}

/* Waits for bytes, or until a time; a negative time: for bytes alone. */
static void await(int epoll, int64_t until) {
  struct epoll_event event;
  for (;;) {
    int64_t left = until < 0 ? -1 : until - now(CLOCK_MONOTONIC);
    if (until >= 0 && left <= 0) return;
    if (epoll_wait(epoll, &event, 1, until < 0 ? -1 : (int)((left + 999999) / 1000000)) > 0) return;
  }
}

static int watching(int fd) {
  int epoll = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN};
  if (fd >= 0) epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
  return epoll;
}

int main(int argc, char **argv) {
  const int64_t second = 1000000000;
  if (argc != 2) return 2;
  signal(SIGURG, interrupted);
  if (!strcmp(argv[1], "sleeper"))
    for (int64_t next = now(CLOCK_MONOTONIC);;) await(watching(-1), next += second);

  int questions = open_pipe("questions"), answers = open_pipe("answers");
  char question = '?';
  int64_t own, other;
  if (!strcmp(argv[1], "answerer"))
    for (int epoll = watching(questions);;) {
      await(epoll, -1);
      if (read(questions, &question, 1) != 1) return 1;
      own = now(CLOCK_REALTIME);
      if (write(answers, &own, sizeof own) != sizeof own) return 1;
    }

  int timer = watching(-1), epoll = watching(answers);
  for (int64_t next = now(CLOCK_MONOTONIC);;) {
    await(timer, next += second);
    kill(getppid(), SIGSTOP);
    own = now(CLOCK_REALTIME);
    if (write(questions, &question, 1) != 1) return 1;
    await(epoll, -1);
    if (read(answers, &other, sizeof other) != sizeof other) return 1;
    kill(getppid(), SIGCONT);
    printf("%" PRId64 " %" PRId64 "\n", own, other);
    fflush(stdout);
  }
}
