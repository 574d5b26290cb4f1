/*
 * Ends all processes that were started. Orphans become children of vclock, which is their subreaper or
 * process 1, even if they have left their session or their parent.
 */
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vclock.h"

static pid_t parent_of(int proc, const char *pid) {
  char path[300], text[512];
  snprintf(path, sizeof path, "%s/stat", pid);
  int fd = openat(proc, path, O_RDONLY | O_CLOEXEC);
  ssize_t size = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
  if (fd >= 0) close(fd);
  text[size > 0 ? size : 0] = 0;
  /* "PID (NAME) STATE PARENT ...": NAME may contain anything. */
  const char *name_end = strrchr(text, ')');
  return name_end && strlen(name_end) > 4 ? atoi(name_end + 4) : 0;
}

/* False for a template, which lives on. */
static bool end(pid_t pid) { return !templates_have(pid) && !kill(pid, SIGKILL); }

/* Whether there were any. */
static bool kill_children(void) {
  bool any = false;
  char path[64];
  snprintf(path, sizeof path, "/proc/self/task/%d/children", getpid());
  FILE *children = fopen(path, "re");
  if (children) {
    for (int pid; fscanf(children, "%d", &pid) == 1;) any |= end(pid);
    fclose(children);
    return any;
  }
  DIR *proc = opendir("/proc"); /* a kernel without that list */
  pid_t self = getpid();
  for (struct dirent *e; proc && (e = readdir(proc));)
    if (isdigit((unsigned char)e->d_name[0]) && parent_of(dirfd(proc), e->d_name) == self)
      any |= end(atoi(e->d_name));
  if (proc) closedir(proc);
  return any;
}

void children_end(int64_t until) {
  sigset_t ended;
  sigemptyset(&ended);
  sigaddset(&ended, SIGCHLD);
  const struct timespec pause = {0, 20000000};
  while (true) {
    pid_t pid;
    while ((pid = waitpid(-1, NULL, WNOHANG | __WALL)) > 0) templates_ended(pid);
    if (pid < 0 || wall_now() > until || (!kill_children() && templates_any())) return;
    sigtimedwait(&ended, NULL, &pause);
  }
}
