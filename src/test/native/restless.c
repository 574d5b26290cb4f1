/*
 * Sleeps as a Go program does, in epoll until its next timer or a signal. Two timers run again and again
 * after 50 to 150 ms, at random; a third runs every 15 s and prints when.
 */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

static const int64_t millisecond = 1000000, period = INT64_C(15000000000);

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static void interrupted(int number) { (void)number; }

static int64_t random_wait(void) { return (50 + rand() % 101) * millisecond; }

int main(void) {
  struct epoll_event event;
  int epoll = epoll_create1(0);
  int64_t timers[] = {now(), now(), now() + period};
  signal(SIGURG, interrupted);
  srand((unsigned)getpid());
  for (;;) {
    int64_t time = now(), next = INT64_MAX;
    for (int i = 0; i < 2; i++)
      if (timers[i] <= time) timers[i] = time + random_wait();
    if (timers[2] <= time) {
      printf("%" PRId64 "\n", time);
      fflush(stdout);
      timers[2] += period;
    }
    for (int i = 0; i < 3; i++)
      if (timers[i] < next) next = timers[i];
    epoll_wait(epoll, &event, 1, (int)((next - time + millisecond - 1) / millisecond));
  }
}
