/*
 * The control port. A connection is unauthenticated until it has sent the token. The first one that does so
 * is served, and the port is closed. Until then connections do not block each other.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "vclock.h"

enum { MOST_STRANGERS = 256, LONGEST_HELLO = 256 };
static const int64_t HELLO_WITHIN = INT64_C(10000000000); /* ns */

struct stranger {
  struct watch watch;
  struct stranger *next; /* the next in order of arrival */
  int64_t until;
  size_t size;
  char said[LONGEST_HELLO];
};

static struct watch listener;
static struct stranger *strangers;
static const char *secret;

/* Forgets a stranger; its descriptor stays open. */
static int release(struct stranger *s) {
  struct stranger **at = &strangers;
  while (*at != s) at = &(*at)->next;
  *at = s->next;
  int fd = s->watch.fd;
  loop_remove(&s->watch);
  free(s);
  return fd;
}

static void turn_away(struct stranger *s) { close(release(s)); }

/* Detects a client whose machine is gone, which does not close the connection. */
static void mind_silence(int fd) {
  int on = 1, idle = 20, interval = 5, count = 4; /* s */
  unsigned unheard = 40000;                       /* ms; the same for unacknowledged data */
  setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
  setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
  setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
  setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &unheard, sizeof unheard);
}

static void welcome(struct stranger *s) {
  struct stranger client = *s;
  int on = 1, fd = release(s), copy = fcntl(fd, F_DUPFD_CLOEXEC, 0); /* one is watched for reading, one for writing */
  loop_remove(&listener);
  close(listener.fd);
  while (strangers) turn_away(strangers);
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  mind_silence(fd);
  if (copy < 0)
    finished = true;
  else
    control_serve(fd, copy, client.said, client.size);
}

static bool knows_the_token(const struct stranger *s, size_t line) {
  static char *words[MOST_WORDS];
  char hello[LONGEST_HELLO];
  memcpy(hello, s->said, line);
  return frame_split(hello, line, words) == 3 && !strcmp(words[0], "hello") &&
         !strcmp(words[2], secret);
}

static void stranger_ready(struct watch *w, bool readable, bool writable) {
  (void)readable;
  (void)writable;
  struct stranger *s = (struct stranger *)w;
  ssize_t count = read(w->fd, s->said + s->size, LONGEST_HELLO - s->size);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (count > 0) s->size += (size_t)count;
  char *end = memchr(s->said, '\n', s->size);
  if (end && knows_the_token(s, (size_t)(end - s->said))) {
    welcome(s);
  } else if (end || count <= 0 || s->size == LONGEST_HELLO) {
    const char refusal[] = "error token this%20connection%20has%20not%20said%20the%20token 0\n";
    send(w->fd, refusal, sizeof refusal - 1, MSG_DONTWAIT | MSG_NOSIGNAL);
    turn_away(s);
  }
}

/* Closes the oldest connections, which had the most time to authenticate. */
static void make_room(void) {
  int count = 0;
  for (struct stranger *s = strangers; s; s = s->next) count++;
  if (count >= MOST_STRANGERS) turn_away(strangers);
}

static void listener_ready(struct watch *w, bool readable, bool writable) {
  (void)readable;
  (void)writable;
  make_room();
  int fd = accept4(w->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (fd < 0 && (errno == EMFILE || errno == ENFILE) && strangers) turn_away(strangers);
  if (fd < 0) return;
  struct stranger *s = need(calloc(1, sizeof *s)), **last = &strangers;
  while (*last) last = &(*last)->next;
  *last = s;
  s->watch = (struct watch){.ready = stranger_ready, .fd = fd};
  s->until = wall_now() + HELLO_WITHIN;
  loop_add(&s->watch);
}

void listen_tick(void) {
  while (strangers && wall_now() > strangers->until) turn_away(strangers);
}

int listen_for_client(const char *address, int port, const char *token) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), one = 1;
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  socklen_t size = sizeof a;
  if (fd < 0 || inet_pton(AF_INET, address, &a.sin_addr) != 1 ||
      setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) ||
      bind(fd, (struct sockaddr *)&a, size) || listen(fd, SOMAXCONN) ||
      getsockname(fd, (struct sockaddr *)&a, &size)) {
    fprintf(stderr, "vclock: cannot listen on %s port %d: %s\n", address, port, strerror(errno));
    exit(69);
  }
  secret = token;
  listener = (struct watch){.ready = listener_ready, .fd = fd};
  loop_add(&listener);
  return ntohs(a.sin_port);
}
