/*
 * Redirects files of a program: a distribution's Alertmanager opens its templates by an absolute path, even
 * if its package was only unpacked. By a seccomp filter, the kernel asks vclock about each openat and
 * notifies it of each exec. No other call is affected, and no privilege is needed.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "vclock.h"

struct pair {
  struct pair *next;
  char *from, *to;
};

struct alias {
  struct watch watch;
  struct alias *next;
  struct pair *pairs;
  pid_t program;
  int page_fd;
  struct buffer keepers; /* pid_t: the templates whose children use the same filter */
};

static struct alias *aliases_served;

int alias_install(bool opens) {
  /* A program that reads a directory or creates a file asks nobody: Prometheus does so each minute. */
  struct sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, opens ? SYS_openat : UINT32_MAX, 2, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_execve, 3, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_execveat, 2, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2])), /* the lower half */
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_DIRECTORY | O_CREAT, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {.len = sizeof code / sizeof *code, .filter = code};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return -1;
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER,
                      &program);
}

bool alias_send(int socket, int fd) {
  char byte = 0;
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } control = {0};
  struct iovec data = {&byte, 1};
  struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1,
                           .msg_control = &control, .msg_controllen = sizeof control};
  struct cmsghdr *c = CMSG_FIRSTHDR(&message);
  c->cmsg_level = SOL_SOCKET;
  c->cmsg_type = SCM_RIGHTS;
  c->cmsg_len = CMSG_LEN(sizeof fd);
  memcpy(CMSG_DATA(c), &fd, sizeof fd);
  if (fd < 0) message.msg_controllen = 0;
  return sendmsg(socket, &message, 0) == 1;
}

int alias_receive(int socket) {
  char byte;
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } control;
  struct iovec data = {&byte, 1};
  struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1,
                           .msg_control = &control, .msg_controllen = sizeof control};
  int fd = -1;
  /* An error message of the child does not start with a zero byte. */
  if (recv(socket, &byte, 1, MSG_PEEK) == 1 && !byte &&
      recvmsg(socket, &message, MSG_CMSG_CLOEXEC) == 1) {
    struct cmsghdr *c = CMSG_FIRSTHDR(&message);
    if (c && c->cmsg_type == SCM_RIGHTS) memcpy(&fd, CMSG_DATA(c), sizeof fd);
  }
  return fd;
}

/* The path to open instead, or an empty string. */
static void look_up(const struct alias *a, const struct seccomp_notif *call, char *path, size_t size) {
  char memory[64], asked[512];
  path[0] = 0;
  snprintf(memory, sizeof memory, "/proc/%u/mem", call->pid);
  int fd = open(memory, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  ssize_t count = pread(fd, asked, sizeof asked - 1, (off_t)call->data.args[1]);
  close(fd);
  if (count <= 0) return;
  asked[count] = 0;
  for (const struct pair *p = a->pairs; p; p = p->next) {
    size_t from = strlen(p->from);
    if (!strncmp(asked, p->from, from) && (asked[from] == '/' || !asked[from]))
      snprintf(path, size, "%s%s", p->to, asked + from);
  }
}

static void forget(struct alias *a) {
  struct alias **at = &aliases_served;
  while (*at != a) at = &(*at)->next;
  *at = a->next;
  loop_remove(&a->watch);
  close(a->watch.fd);
  close(a->page_fd);
  while (a->pairs) {
    struct pair *p = a->pairs;
    a->pairs = p->next;
    free(p->from);
    free(p);
  }
  buffer_free(&a->keepers);
  free(a);
}

void alias_forget_all(void) {
  for (struct alias *a = aliases_served, *next; a; a = next) {
    next = a->next;
    if (!buffer_size(&a->keepers)) forget(a);
  }
}

void alias_keep(pid_t program) {
  for (struct alias *a = aliases_served; a; a = a->next)
    if (a->program == program) buffer_append(&a->keepers, &program, sizeof program);
}

/* The place of a template among the keepers, or NULL. */
static pid_t *keeper(const struct alias *a, pid_t template) {
  pid_t *first = (pid_t *)buffer_bytes(&a->keepers);
  for (size_t i = 0; i < buffer_size(&a->keepers) / sizeof *first; i++)
    if (first[i] == template) return first + i;
  return NULL;
}

void alias_follow(pid_t template, pid_t child, int page_fd) {
  for (struct alias *a = aliases_served; a; a = a->next)
    if (keeper(a, template)) {
      close(a->page_fd);
      a->program = child;
      a->page_fd = page_fd;
      return;
    }
  close(page_fd); /* its kernel has no such filters */
}

void alias_release(pid_t template) {
  for (struct alias *a = aliases_served, *next; a; a = next) {
    next = a->next;
    pid_t *at = keeper(a, template);
    if (!at) continue;
    pid_t *last = (pid_t *)(buffer_bytes(&a->keepers) + buffer_size(&a->keepers)) - 1;
    *at = *last;
    a->keepers.end -= sizeof *last;
    if (!buffer_size(&a->keepers)) forget(a);
  }
}

/* No process uses the filter any more; receiving the next call would then block for ever. */
static bool abandoned(int fd) {
  struct pollfd p = {.fd = fd, .events = POLLIN};
  return poll(&p, 1, 0) == 1 && !(p.revents & POLLIN);
}

static void open_elsewhere(int listener, const struct seccomp_notif *call, const char *path,
                           struct seccomp_notif_resp *reply) {
  struct stat s;
  /* Opening a pipe may block for ever. */
  bool pipe = !stat(path, &s) && S_ISFIFO(s.st_mode);
  int fd = open(pipe ? "" : path, (int)call->data.args[2] | O_CLOEXEC, (mode_t)call->data.args[3]);
  struct seccomp_notif_addfd add = {.id = call->id, .srcfd = (uint32_t)fd,
                                    .newfd_flags = (uint32_t)call->data.args[2] & O_CLOEXEC};
  int given = fd < 0 ? -1 : ioctl(listener, SECCOMP_IOCTL_NOTIF_ADDFD, &add);
  if (given < 0)
    reply->error = -errno;
  else
    reply->val = given;
  if (fd >= 0) close(fd);
}

static void answer(struct watch *w, bool readable, bool writable) {
  (void)readable;
  (void)writable;
  struct alias *a = (struct alias *)w;
  struct seccomp_notif call = {0};
  if (abandoned(w->fd)) {
    forget(a);
    return;
  }
  if (ioctl(w->fd, SECCOMP_IOCTL_NOTIF_RECV, &call)) {
    if (errno != EINTR && errno != EAGAIN && errno != ENOENT) forget(a);
    return;
  }
  char path[1024] = "";
  struct seccomp_notif_resp reply = {.id = call.id};
  if (call.data.nr == SYS_openat) look_up(a, &call, path, sizeof path);
  if (*path)
    open_elsewhere(w->fd, &call, path, &reply);
  else if (call.data.nr == SYS_openat || exec_begins(w->fd, &call, a->program, a->page_fd))
    reply.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  else
    reply.error = -EPERM;
  ioctl(w->fd, SECCOMP_IOCTL_NOTIF_SEND, &reply);
}

void alias_let_begin(int listener, int socket) {
  struct pollfd either[] = {{.fd = listener, .events = POLLIN}, {.fd = socket, .events = POLLIN}};
  struct seccomp_notif call = {0};
  if (poll(either, 2, -1) <= 0) return; /* interrupted if it takes too long */
  if (!(either[0].revents & POLLIN) || ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &call)) return;
  struct seccomp_notif_resp reply = {.id = call.id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
  ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &reply);
}

void alias_serve(int listener, char **aliases, pid_t program, int page_fd) {
  struct alias *a = need(calloc(1, sizeof *a));
  a->watch = (struct watch){.ready = answer, .fd = listener};
  a->program = program;
  a->page_fd = page_fd;
  a->next = aliases_served;
  aliases_served = a;
  for (; *aliases; aliases++) {
    struct pair *p = need(calloc(1, sizeof *p));
    p->from = need(strdup(*aliases));
    p->to = strchr(p->from, '=');
    *p->to++ = 0;
    p->next = a->pairs;
    a->pairs = p;
  }
  loop_add(&a->watch);
}
