#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "vclock.h"

static const int64_t CLIENT_WITHIN = INT64_C(30000000000); /* ns */

static void child_ended(struct watch *w, bool readable, bool writable) {
  (void)readable;
  (void)writable;
  struct signalfd_siginfo info;
  while (read(w->fd, &info, sizeof info) == sizeof info)
    if (info.ssi_signo != SIGCHLD) finished = true;
  process_reap();
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
  fputs("usage: vclock [--listen ADDRESS:PORT] [--directory TEMPLATE-XXXXXX] [--processor N]\n",
        stderr);
  exit(64);
}

/* Raises the limit of file descriptors: each relayed connection uses one, and each thread two. */
static void allow_files(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit)) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

int main(int argc, char **argv) {
  char address[64] = "";
  int64_t port = 0, processor = 0;
  char *directory = NULL;
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--listen") && i + 1 < argc) {
      int end = 0;
      i++;
      if (sscanf(argv[i], "%63[0-9.]:%n", address, &end) != 1 || !end) usage();
      if (!frame_number(argv[i] + end, &port) || port < 0 || port > 65535) usage();
    } else if (!strcmp(argv[i], "--directory") && i + 1 < argc) {
      directory = argv[++i];
    } else if (!strcmp(argv[i], "--processor") && i + 1 < argc) {
      if (!frame_number(argv[++i], &processor) || processor < 0 || processor > INT_MAX) usage();
      processor_wanted = (int)processor;
    } else {
      usage();
    }
  }
  const char *token = getenv("VCLOCK_TOKEN");
  if (*address && (!token || !*token)) usage();
  if (directory && !directory_make(directory)) {
    fprintf(stderr, "vclock: cannot make %s: %s\n", directory, strerror(errno));
    return 73;
  }

  if (!guard_begin()) {
    fprintf(stderr, "vclock: cannot fork: %s\n", strerror(errno));
    directory_remove();
    return 71;
  }
  prctl(PR_SET_TIMERSLACK, 1);
  allow_files();
  loop_init();
  watch_signals();
  if (*address) port = listen_for_client(address, (int)port, token);
  printf("ready %d %s\n", (int)port, directory_name());
  fflush(stdout);
  if (!*address) control_serve(0, 1, "", 0);

  int64_t began = wall_now();
  while (!finished) {
    int64_t wait = -1;
    if (clock_moving) wait = clock_next_look();
    else if (command_waits()) wait = 1000000;
    else if (!control_connected()) wait = 100000000;
    bool any = loop_run_once(wait);
    /* Endless input must not prevent checks of the clock. */
    for (int i = 0; any && !finished && i < 256; i++) any = loop_run_once(0);
    if (clock_moving && !finished) clock_step();
    command_tick();
    listen_tick();
    if (!control_connected() && wall_now() - began > CLIENT_WITHIN) finished = true;
  }
  relay_reset(); /* releases descriptors, which ending the rest may need */
  process_end_all();
  templates_end_all();
  directory_remove();
  return 0;
}
