/*
 * Looks like a program in Go to whoever freezes it: each thread finds its own id in its m, over its g. Every
 * 15 s it prints the time, how often it has done so, and what is out of order. An argument adds something
 * that cannot be forked.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <inttypes.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { THREADS = 3 };

static struct machine {
  uint64_t stack[8], id, rest[300];
} machines[THREADS];
static struct routine {
  uint64_t stack[6];
  struct machine *m;
  uint64_t rest[64];
} routines[THREADS];

/* The only one, so that it is next to the thread pointer, where Go keeps it. */
static __thread struct routine *current;

static int ids_of = THREADS, beats, event, file, pipes[2];
static uint32_t never, checks;

static void begin(int number) {
  current = &routines[number];
  current->m = &machines[number];
  if (number < ids_of) machines[number].id = (uint64_t)syscall(SYS_gettid);
}

static void interrupted(int number) { (void)number; }

/* A signal that the first thread sends by the id in its m; each thread compares the ids. */
static void checked(int number) {
  (void)number;
  if (current->m->id == (uint64_t)syscall(SYS_gettid)) __atomic_add_fetch(&checks, 1, __ATOMIC_SEQ_CST);
}

static void *sleeper(void *number) {
  begin((int)(intptr_t)number);
  for (;;) syscall(SYS_futex, &never, FUTEX_WAIT, 0, NULL, NULL, 0);
  return NULL;
}

static void *reader(void *unused) {
  char byte;
  begin(1);
  (void)unused;
  for (;;)
    if (read(pipes[0], &byte, 1) < 0) return NULL;
}

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static void add(const char *what) {
  struct itimerspec later = {.it_value.tv_sec = 1000};
  struct sockaddr_in any = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof any;
  if (!strcmp(what, "timer-descriptor")) timerfd_create(CLOCK_MONOTONIC, 0);
  if (!strcmp(what, "unix-socket")) socket(AF_UNIX, SOCK_STREAM, 0);
  if (!strcmp(what, "file-elsewhere")) open("/etc/passwd", O_RDONLY);
  if (!strcmp(what, "deleted-file") && open("gone", O_CREAT | O_RDWR, 0600) >= 0) unlink("gone");
  if (!strcmp(what, "file-twice") && dup(file) < 0) abort();
  if (!strcmp(what, "record-lock") && lockf(file, F_LOCK, 1)) abort();
  if (!strcmp(what, "bytes-in-pipe") && write(pipes[1], "x", 1) != 1) abort();
  if (!strcmp(what, "half-a-pipe")) close(pipes[1]);
  if (!strcmp(what, "shared-memory")) mmap(NULL, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (!strcmp(what, "bytes-in-socket")) {
    int to = socket(AF_INET, SOCK_DGRAM, 0);
    if (bind(to, (struct sockaddr *)&any, size) || getsockname(to, (struct sockaddr *)&any, &size) ||
        sendto(to, "x", 1, 0, (struct sockaddr *)&any, size) != 1)
      abort();
  }
  if (!strcmp(what, "kernel-timer")) {
    timer_t timer;
    if (timer_create(CLOCK_MONOTONIC, &(struct sigevent){.sigev_notify = SIGEV_NONE}, &timer) ||
        timer_settime(timer, 0, &later, NULL))
      abort();
  }
  if (!strcmp(what, "blocked-signal")) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigprocmask(SIG_BLOCK, &set, NULL);
    kill(getpid(), SIGUSR2);
  }
  if (!strcmp(what, "standard-input") && (close(0) || open("input", O_CREAT | O_RDWR, 0600))) abort();
  if (!strcmp(what, "no-ids")) ids_of = 1;
}

static void beat(void) {
  uint64_t count = 0;
  char line[64];
  int size = snprintf(line, sizeof line, "%d\n", ++beats);
  printf("%" PRId64 " %d", now(), beats);
  if (write(file, line, (size_t)size) != size) printf(" file");
  if (write(event, &(uint64_t){7}, 8) != 8 || read(event, &count, 8) != 8 || count != 7) printf(" eventfd");
  if (write(pipes[1], "x", 1) != 1 || read(pipes[0], line, 1) != 1) printf(" pipe");
  checks = 0;
  for (int i = 0; i < THREADS; i++) syscall(SYS_tgkill, getpid(), (pid_t)machines[i].id, SIGUSR1);
  for (int tries = 0; tries < 1000000 && __atomic_load_n(&checks, __ATOMIC_SEQ_CST) < THREADS; tries++) sched_yield();
  if (checks != THREADS) printf(" ids");
  printf("\n");
  fflush(stdout);
}

int main(int count, char **arguments) {
  const int64_t period = INT64_C(15000000000);
  const char *what = count > 1 ? arguments[1] : "";
  struct epoll_event one = {.events = EPOLLIN};
  int epoll = epoll_create1(EPOLL_CLOEXEC);
  file = open("beats", O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  event = eventfd(0, EFD_CLOEXEC);
  if (file < 0 || event < 0 || pipe2(pipes, O_CLOEXEC) || epoll_ctl(epoll, EPOLL_CTL_ADD, event, &one)) abort();
  signal(SIGURG, interrupted);
  signal(SIGUSR1, checked);
  add(what);
  begin(0);
  for (int i = 1; i < THREADS; i++) {
    pthread_t thread;
    bool reads = i == 1 && !strcmp(what, "reading-thread");
    if (pthread_create(&thread, NULL, reads ? reader : sleeper, (void *)(intptr_t)i)) abort();
  }
  for (int64_t next = now() + period;;) {
    int64_t time = now();
    if (time >= next) {
      beat();
      next += period;
    }
    epoll_wait(epoll, &one, 1, (int)((next - time + 999999) / 1000000));
  }
}
