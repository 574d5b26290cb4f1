#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "vclock.h"

enum { START_WITHIN = 30 }; /* s */

struct process *processes;

struct process *process_find(const char *name) {
  for (struct process *p = processes; p; p = p->next)
    if (!strcmp(p->name, name)) return p;
  return NULL;
}

struct process *process_of(pid_t pid) {
  for (struct process *p = processes; p; p = p->next)
    if (p->running && p->pid == pid) return p;
  return NULL;
}

bool slack_of(const char *word, int64_t *slack) {
  if (strcmp(word, "never")) return frame_number(word, slack) && *slack >= 0;
  *slack = NEVER;
  return true;
}

/* A parsed start command. The strings belong to the caller. */
struct start {
  const char *name, *log, *cwd, *host;
  int64_t slack, lead;
  bool may_end, real;
  char **environment, **aliases, **arguments;
};

static bool parse(char **words, struct start *s, struct buffer *error) {
  *s = (struct start){.name = *words, .log = "/dev/null"};
  size_t count = 0;
  while (words[count]) count++;
  s->environment = need(calloc(count + 1, sizeof *s->environment));
  s->aliases = need(calloc(count + 1, sizeof *s->aliases));
  size_t variables = 0, aliases = 0;
  for (words++; *words && strcmp(*words, "--"); words++) {
    char *value = strchr(*words, '=');
    size_t key = value ? (size_t)(value++ - *words) : 0;
    if (key == 5 && !strncmp(*words, "slack", key) && slack_of(value, &s->slack)) {
    } else if (key == 4 && !strncmp(*words, "lead", key) && frame_number(value, &s->lead)) {
    } else if (!strcmp(*words, "clock=real"))
      s->real = true;
    else if (!strcmp(*words, "ending=expected"))
      s->may_end = true;
    else if (key == 3 && !strncmp(*words, "log", key))
      s->log = value;
    else if (key == 3 && !strncmp(*words, "cwd", key))
      s->cwd = value;
    else if (key == 4 && !strncmp(*words, "host", key))
      s->host = value;
    else if (key == 5 && !strncmp(*words, "alias", key) && strchr(value, '='))
      s->aliases[aliases++] = value;
    else if (key == 3 && !strncmp(*words, "env", key))
      s->environment[variables++] = value;
    else {
      buffer_printf(error, "start does not know %s", *words);
      return false;
    }
  }
  if (!*words || !words[1]) {
    buffer_printf(error, "start needs -- and a program");
    return false;
  }
  if (s->real && aliases) {
    buffer_printf(error, "start takes no alias with clock=real");
    return false;
  }
  s->arguments = words + 1;
  return true;
}

struct failure {
  char what[64];
  int number;
};

static void child_fail(int socket, const char *what) {
  struct failure f = {.number = errno};
  snprintf(f.what, sizeof f.what, "%s", what);
  if (write(socket, &f, sizeof f) != sizeof f) _exit(126);
  _exit(127);
}

/* If memory runs out, the kernel should kill a program, so that vclock can report it. */
static void be_first_to_go(void) {
  int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (fd >= 0 && write(fd, "500", 3) < 0) { /* keep the default */
  }
  if (fd >= 0) close(fd);
}

/*
 * Go's monitor asks for sleeps of 20 us while a program works, which cost more than the work. Nothing that
 * depends on the clock waits for it.
 */
static void let_sleep(void) { prctl(PR_SET_TIMERSLACK, 2000000L); }

static void child(const struct start *s, int page_fd, int socket, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
  be_first_to_go();
  threads_begin_anywhere();
  let_sleep();
  if (s->real) {
    setsid(); /* its signals to its group do not reach vclock */
    signal(SIGPIPE, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  int null = open("/dev/null", O_RDONLY);
  if (null < 0 || dup2(null, 0) < 0) child_fail(socket, "open /dev/null");
  int log = open(s->log, O_WRONLY | O_CREAT | O_APPEND, 0644);
  if (log < 0) child_fail(socket, "open its log file");
  if (dup2(log, 1) < 0 || dup2(log, 2) < 0) child_fail(socket, "write to its log file");
  if (log > 2) close(log);
  if (null > 2) close(null);
  if (s->cwd && chdir(s->cwd)) child_fail(socket, "enter its working directory");
  /* Its own host name, if the machine allows that: for root always, for other users often. */
  if (s->host && (!unshare(CLONE_NEWUTS) || !unshare(CLONE_NEWUSER | CLONE_NEWUTS)) &&
      sethostname(s->host, strlen(s->host)))
    child_fail(socket, "set its host name");
  if (fcntl(page_fd, F_SETFD, 0)) child_fail(socket, "pass on its clock");
  environ = s->environment;
  if (s->real) execvp(s->arguments[0], s->arguments);
  if (s->real) child_fail(socket, "execute it");
  int listener = alias_install(*s->aliases);
  if ((listener < 0 && *s->aliases) || !alias_send(socket, listener))
    child_fail(socket, "redirect a file");
  if (listener >= 0) close(listener);
  if (ptrace(PTRACE_TRACEME, 0, NULL, NULL)) child_fail(socket, "be traced at its start");
  execve(s->arguments[0], s->arguments, s->environment);
  child_fail(socket, "execute it");
}

static void ignore(int number) { (void)number; }

/* Interrupts calls that block before the exec, for example on a dead network file system. */
static void limit_start(unsigned seconds) {
  sigaction(SIGALRM, &(struct sigaction){.sa_handler = ignore}, NULL);
  alarm(seconds);
}

/* Waits for the exec, installs the clock and lets the program run. */
static bool launch(const struct start *s, pid_t pid, int page_fd, int socket,
                   struct buffer *error) {
  int status;
  struct failure f;
  int listener = s->real ? -1 : alias_receive(socket);
  if (listener >= 0) alias_let_begin(listener, socket);
  if (!s->real && waitpid(pid, &status, 0) == pid && WIFSTOPPED(status)) {
    if (inject_clock(pid, page_fd, error) && !ptrace(PTRACE_DETACH, pid, NULL, NULL)) {
      if (listener >= 0)
        alias_serve(listener, s->aliases, pid, fcntl(page_fd, F_DUPFD_CLOEXEC, 0));
      return true;
    }
    kill(pid, SIGKILL);
    waitpid(pid, &status, 0);
    if (listener >= 0) close(listener);
    return false;
  }
  if (listener >= 0) close(listener);
  ssize_t said = recv(socket, &f, sizeof f, s->real ? 0 : MSG_DONTWAIT);
  if (s->real && said == 0) return true; /* closed by the exec */
  if (said == sizeof f)
    buffer_printf(error, "cannot %s: %s", f.what, strerror(f.number));
  else if (kill(pid, SIGKILL) || waitpid(pid, &status, 0) != pid)
    buffer_printf(error, "it ended before it began");
  else
    buffer_printf(error, "it did not begin within %d s", START_WITHIN);
  return false;
}

static struct process *entry(const char *name) {
  struct process *p = process_find(name);
  if (!p) {
    p = need(calloc(1, sizeof *p));
    p->name = need(strdup(name));
    p->next = processes;
    processes = p;
  }
  free(p->log);
  if (p->page) munmap(p->page, 4096);
  return p;
}

struct process *process_start(char **words, struct buffer *error) {
  struct start s;
  bool understood = parse(words, &s, error);
  struct process *old = understood ? process_find(s.name) : NULL;
  if (old && old->running) buffer_printf(error, "%s is running already", s.name);
  if (!understood || (old && old->running)) {
    free(s.environment);
    free(s.aliases);
    return NULL;
  }

  int page_fd = memfd_create("vclock", MFD_CLOEXEC);
  int sockets[2] = {-1, -1};
  struct clock_page *page = MAP_FAILED;
  if (page_fd >= 0 && !ftruncate(page_fd, 4096) && 
      !socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets))
    page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, page_fd, 0);
  struct process *p = NULL;
  if (page == MAP_FAILED) {
    buffer_printf(error, "cannot make its clock: %s", strerror(errno));
  } else {
    clock_place(page, s.lead);
    pid_t self = getpid(), pid = fork();
    if (pid == 0) child(&s, page_fd, sockets[1], self);
    close(sockets[1]);
    sockets[1] = -1;
    if (pid < 0) buffer_printf(error, "cannot fork: %s", strerror(errno));
    limit_start(START_WITHIN);
    bool launched = pid > 0 && launch(&s, pid, page_fd, sockets[0], error);
    limit_start(0);
    if (launched) {
      p = entry(s.name);
      p->log = need(strdup(s.log));
      p->pid = pid;
      clock_getcpuclockid(pid, &p->cpu_clock);
      p->running = true;
      p->told_to_end = s.may_end;
      p->real = s.real;
      p->resignal = false;
      p->page = page;
      p->slack = s.slack;
      p->step = 0;
      p->lead = s.lead;
      p->position = virtual_now;
      p->deadline = NEVER;
      p->cpu = -1;
      p->pinned = false;
      p->unpolled = 0;
      p->never_polls = false;
      p->dirty = true;
      p->awake = 0;
    } else {
      munmap(page, 4096);
    }
  }
  if (page_fd >= 0) close(page_fd);
  if (sockets[0] >= 0) close(sockets[0]);
  if (sockets[1] >= 0) close(sockets[1]);
  free(s.environment);
  free(s.aliases);
  return p;
}

void process_replaced(pid_t pid) {
  struct process *p = process_of(pid);
  if (!p) return;
  threads_forget(p);
  p->deadline = NEVER;
  p->unpolled = 0;
  p->never_polls = false;
  p->dirty = true;
}

bool process_signal(struct process *p, int number) {
  if (!p->running) return false;
  if (number == SIGKILL || number == SIGTERM || number == SIGINT || number == SIGQUIT) p->told_to_end = true;
  p->dirty = true;
  return !kill(p->pid, number);
}

void process_reap(void) {
  int status;
  pid_t pid;
  while ((pid = waitpid(-1, &status, WNOHANG | __WALL)) > 0) {
    if (WIFSTOPPED(status)) {
      exec_stopped(pid, status);
      continue;
    }
    exec_forget(pid);
    templates_ended(pid);
    struct process *p = process_of(pid);
    if (!p) continue;
    p->running = false;
    p->status = status;
    threads_forget(p);
    exec_end_companions(pid);
    command_process_ended(p);
  }
}

/* The limit for processes that cannot end because they wait for a disk. */
static const int64_t END_WITHIN = INT64_C(10000000000); /* ns */

static bool any_runs(void) {
  for (struct process *p = processes; p; p = p->next)
    if (p->running) return true;
  return false;
}

void process_end_all(void) {
  int64_t until = wall_now() + END_WITHIN;
  const struct timespec pause = {0, 50000000};
  sigset_t ended;
  sigemptyset(&ended);
  sigaddset(&ended, SIGCHLD);
  for (struct process *p = processes; p; p = p->next)
    if (p->running) process_signal(p, SIGKILL);
  for (process_reap(); any_runs() && wall_now() < until; process_reap())
    sigtimedwait(&ended, NULL, &pause);
  children_end(until);
}

void process_forget_all(void) {
  process_end_all();
  alias_forget_all();
  while (processes) {
    struct process *p = processes;
    processes = p->next;
    munmap(p->page, 4096);
    free(p->threads);
    free(p->log);
    free(p->name);
    free(p);
  }
}

void process_log_tail(const struct process *p, struct buffer *out) {
  int fd = open(p->log, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  off_t end = lseek(fd, 0, SEEK_END);
  enum { TAIL = 4096 };
  lseek(fd, end > TAIL ? end - TAIL : 0, SEEK_SET);
  while (buffer_size(out) < TAIL) {
    size_t before = buffer_size(out);
    if (!buffer_read_from(out, fd) || buffer_size(out) == before) break;
  }
  close(fd);
}

void process_describe_end(const struct process *p, struct buffer *out) {
  if (WIFSIGNALED(p->status))
    buffer_printf(out, "killed %d", WTERMSIG(p->status));
  else
    buffer_printf(out, "exited %d", WEXITSTATUS(p->status));
}

int64_t process_cpu(const struct process *p) {
  struct timespec t;
  if (!p->running || clock_gettime(p->cpu_clock, &t)) return -1;
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}
