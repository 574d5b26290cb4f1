#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "vclock.h"

static const int64_t CLIENT_WITHIN = INT64_C(30000000000); /* ns; else nobody is going to come */

static void child_ended(struct watch *w, bool readable, bool writable) {
  (void)readable;
  (void)writable;
  struct signalfd_siginfo info;
  while (read(w->fd, &info, sizeof info) == sizeof info)
    if (info.ssi_signo != SIGCHLD) finished = true;
  process_reap();
}

static void input_ended(struct watch *w, bool readable, bool writable) {
  (void)writable;
  char ignored[256];
  if (readable && read(w->fd, ignored, sizeof ignored) <= 0) finished = true;
}

static void watch_signals(void) {
  static struct watch w = {.ready = child_ended};
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGHUP);
  sigprocmask(SIG_BLOCK, &set, NULL);
  signal(SIGPIPE, SIG_IGN);
  w.fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  loop_add(&w);
}

static void usage(void) {
  fputs("usage: VCLOCK_TOKEN=... vclock [--listen ADDRESS:PORT] [--directory TEMPLATE-XXXXXX] "
        "[--processor N] [--until-input-ends]\n",
        stderr);
  exit(64);
}

/* As many as there may be: each relayed connection is one, and each thread that is looked at two. */
static void allow_files(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit)) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

int main(int argc, char **argv) {
  char address[64] = "127.0.0.1";
  int port = 0;
  char *directory = NULL;
  bool until_input_ends = false;
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--listen") && i + 1 < argc) {
      if (sscanf(argv[++i], "%63[0-9.]:%d", address, &port) != 2) usage();
    } else if (!strcmp(argv[i], "--directory") && i + 1 < argc) {
      directory = argv[++i];
    } else if (!strcmp(argv[i], "--processor") && i + 1 < argc) {
      processor_wanted = atoi(argv[++i]);
    } else if (!strcmp(argv[i], "--until-input-ends")) {
      until_input_ends = true;
    } else {
      usage();
    }
  }
  const char *token = getenv("VCLOCK_TOKEN");
  if (!token || !*token) usage();
  if (directory && !directory_make(directory)) {
    fprintf(stderr, "vclock: cannot make %s: %s\n", directory, strerror(errno));
    return 73;
  }

  setsid(); /* an interrupt at the terminal is for whoever started this */
  prctl(PR_SET_TIMERSLACK, 1);
  allow_files();
  loop_init();
  watch_signals();
  static struct watch input = {.ready = input_ended, .fd = 0};
  if (until_input_ends) loop_add(&input);
  printf("ready %d %s\n", control_listen(address, port, token), directory_name());
  fflush(stdout);

  int64_t began = wall_now();
  while (!finished) {
    int64_t wait = -1;
    if (clock_moving) wait = clock_next_look();
    else if (command_waits()) wait = 1000000;
    else if (!control_connected()) wait = 100000000;
    bool any = loop_run_once(wait);
    /* What comes without end must not keep time from being looked at. */
    for (int i = 0; any && !finished && i < 256; i++) any = loop_run_once(0);
    if (clock_moving && !finished) clock_step();
    command_tick();
    if (!control_connected() && wall_now() - began > CLIENT_WITHIN) finished = true;
  }
  process_end_all();
  directory_remove();
  return 0;
}
