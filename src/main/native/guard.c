/*
 * The parent process of the launcher, which only waits. If the launcher is killed, all its processes become
 * children of the guard, which is their subreaper or process 1, and the guard ends them. If the guard is
 * killed, the launcher gets a TERM signal and exits as usual.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vclock.h"

static const int64_t LAUNCHER_WITHIN = INT64_C(15000000000); /* ns; it ends its programs first */
static const int64_t OTHERS_WITHIN = INT64_C(10000000000);

/* Closes the guard's copy of the connection, so that the launcher's exit closes it. */
static void let_go_of_connection(void) {
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0) {
    close(0);
    close(1);
  }
}

static int await_end(pid_t launcher, const sigset_t *signals) {
  const struct timespec pause = {1, 0};
  int64_t until = NEVER;
  while (true) {
    int number = sigtimedwait(signals, NULL, &pause);
    if (number > 0 && number != SIGCHLD) {
      kill(launcher, SIGTERM);
      kill(launcher, SIGCONT); /* it may have been stopped */
      if (until == NEVER) until = wall_now() + LAUNCHER_WITHIN;
    }
    int status;
    pid_t pid;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
      if (pid == launcher) return status;
    if (pid < 0 && errno == ECHILD) return 0;
    if (wall_now() > until) kill(launcher, SIGKILL);
  }
}

/* Exits with the launcher's status. */
static void end_as(int status) {
  if (!WIFSIGNALED(status)) _exit(WEXITSTATUS(status));
  int number = WTERMSIG(status);
  signal(number, SIG_DFL);
  kill(getpid(), number);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  _exit(128 + number); /* process 1 ignores signals */
}

bool guard_begin(void) {
  setsid(); /* ignore an interrupt at the terminal */
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGCHLD);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  sigprocmask(SIG_BLOCK, &signals, NULL);
  pid_t owner = getppid(), guard = getpid(), launcher = fork();
  if (launcher < 0) return false;
  if (launcher == 0) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != guard) _exit(0);
    setsid(); /* a signal to the guard's group must not kill both */
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    return true;
  }
  let_go_of_connection();
  int status = await_end(launcher, &signals);
  children_end(wall_now() + OTHERS_WITHIN);
  /* The owner of a killed launcher reads its logs, and removes them. */
  if (!WIFSIGNALED(status) || getppid() != owner) directory_remove();
  else directory_forget(0);
  end_as(status);
  return false;
}
