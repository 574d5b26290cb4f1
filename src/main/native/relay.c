#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "vclock.h"

/* A loopback port, relayed or reserved for a program. */
struct port {
  struct watch watch;
  struct port *next;
  int number;
  bool relayed;
  bool told; /* an attempt of another user was reported */
  long keeper; /* the number of the template that it belongs to, or 0 */
};

struct connection {
  struct watch watch;
  struct connection *next;
  long id;
  int port;
  struct buffer out;
  uint64_t received, answered; /* bytes from the program; bytes that were handled */
  bool greeted;                /* the client has answered the opening */
  int64_t wake;                /* the virtual time at which answering continues, or NEVER */
  bool due;                    /* that time has come and was reported */
  bool closing;                /* close after everything is written */
};

static struct port *ports;
static struct connection *connections;
static long last_id;

static struct port *open_port(struct buffer *error) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), one = 1;
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof a;
  if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) ||
      bind(fd, (struct sockaddr *)&a, size) || getsockname(fd, (struct sockaddr *)&a, &size)) {
    buffer_printf(error, "no loopback port is to be had: %s", strerror(errno));
    if (fd >= 0) close(fd);
    return NULL;
  }
  struct port *p = need(calloc(1, sizeof *p));
  *p = (struct port){.watch.fd = fd, .next = ports, .number = ntohs(a.sin_port)};
  return ports = p;
}

/*
 * The socket is bound but does not listen: the port is not given to others, but a program with
 * SO_REUSEADDR, which Go sets, can listen on it. It is kept until the next reset.
 */
int relay_reserve(struct buffer *error) {
  struct port *p = open_port(error);
  return p ? p->number : 0;
}

static struct connection *find(long id) {
  for (struct connection *c = connections; c; c = c->next)
    if (c->id == id) return c;
  return NULL;
}

static void drop(struct connection *c) {
  struct connection **at = &connections;
  while (*at != c) at = &(*at)->next;
  *at = c->next;
  loop_remove(&c->watch);
  close(c->watch.fd);
  buffer_free(&c->out);
  free(c);
}

/* Notifications contain the virtual time, which stands still until the connection is answered. */
static void tell(const char *what, long id, int port, const struct buffer *payload) {
  struct buffer frame = {0};
  buffer_printf(&frame, "%s %ld %lld", what, id, (long long)virtual_now);
  if (port) buffer_printf(&frame, " %d", port);
  if (payload) buffer_printf(&frame, " %zu", buffer_size(payload));
  buffer_append(&frame, "\n", 1);
  if (payload) buffer_append(&frame, buffer_bytes(payload), buffer_size(payload));
  control_send(&frame);
  buffer_free(&frame);
}

/* Reports each port only once, regardless of the number of attempts. */
static void tell_once(struct port *p, long stranger) {
  if (p->told) return;
  p->told = true;
  struct buffer frame = {0};
  buffer_printf(&frame, "refused %ld\n", stranger);
  control_send(&frame);
  buffer_free(&frame);
}

static void flush(struct connection *c) {
  bool alive = buffer_write_to(&c->out, c->watch.fd);
  if (!alive || (c->closing && !buffer_size(&c->out)))
    drop(c);
  else
    loop_want_write(&c->watch, buffer_size(&c->out) > 0);
}

static void connection_ready(struct watch *w, bool readable, bool writable) {
  struct connection *c = (struct connection *)w;
  if (readable) {
    struct buffer bytes = {0};
    bool alive = buffer_read_from(&bytes, w->fd);
    if (buffer_size(&bytes)) {
      c->received += buffer_size(&bytes);
      tell("data", c->id, 0, &bytes);
    }
    buffer_free(&bytes);
    if (!alive) {
      tell("close", c->id, 0, NULL);
      drop(c);
      return;
    }
  }
  if (writable) flush(c);
}

static void listener_ready(struct watch *w, bool readable, bool writable) {
  (void)readable;
  (void)writable;
  int one = 1, fd = accept4(w->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
  long stranger;
  if (fd >= 0 && !peer_is_ours(fd, &stranger)) {
    close(fd);
    tell_once((struct port *)w, stranger);
    return;
  }
  if (fd < 0) return;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  struct connection *c = need(calloc(1, sizeof *c));
  c->watch = (struct watch){.ready = connection_ready, .fd = fd};
  c->id = ++last_id;
  c->wake = NEVER;
  c->port = ((struct port *)w)->number;
  c->next = connections;
  connections = c;
  loop_add(&c->watch);
  tell("open", c->id, c->port, NULL);
}

int relay_listen(struct buffer *error) {
  struct port *p = open_port(error);
  if (!p) return 0;
  if (listen(p->watch.fd, SOMAXCONN)) {
    buffer_printf(error, "cannot listen: %s", strerror(errno));
    return 0; /* the port is released with all others */
  }
  p->relayed = true;
  p->watch.ready = listener_ready;
  loop_add(&p->watch);
  return p->number;
}

static bool waits(const struct connection *c) {
  return !c->greeted || c->due || c->received != c->answered || buffer_size(&c->out);
}

bool relay_waits(void) {
  for (struct connection *c = connections; c; c = c->next)
    if (waits(c)) return true;
  return false;
}

bool relay_busy(void) {
  /* Read bytes that have arrived meanwhile, because they count too. */
  return loop_run_once(0) || relay_waits();
}

void relay_describe(struct buffer *out) {
  for (struct connection *c = connections; c; c = c->next)
    if (waits(c))
      buffer_printf(out, " Connection %ld to port %d waits for its answer.", c->id, c->port);
}

void relay_data(long id, const char *bytes, size_t count) {
  struct connection *c = find(id);
  if (!c) return; /* the program has disconnected meanwhile */
  buffer_append(&c->out, bytes, count);
  flush(c);
}

int64_t relay_deadline(void) {
  int64_t first = NEVER;
  for (struct connection *c = connections; c; c = c->next)
    if (c->wake < first) first = c->wake;
  return first;
}

void relay_wake(void) {
  for (struct connection *c = connections; c; c = c->next)
    if (c->wake <= virtual_now) {
      c->wake = NEVER;
      c->due = true;
      tell("due", c->id, 0, NULL);
    }
}

void relay_answered(long id, uint64_t received, int64_t until) {
  struct connection *c = find(id);
  if (!c) return;
  c->greeted = true;
  c->due = false;
  c->answered = received;
  c->wake = until;
  clock_progress();
}

void relay_close(long id) {
  struct connection *c = find(id);
  if (!c) return;
  c->closing = true;
  flush(c);
}

/* Closes the ports of a template, or those of none, for 0. */
static void close_ports(long keeper) {
  for (struct port **at = &ports; *at;) {
    struct port *p = *at;
    if (p->keeper != keeper) {
      at = &p->next;
      continue;
    }
    *at = p->next;
    if (p->relayed) loop_remove(&p->watch);
    close(p->watch.fd);
    free(p);
  }
}

void relay_reset(void) {
  while (connections) drop(connections);
  close_ports(0);
}

bool relay_keep(long keeper) {
  bool relays = false;
  for (struct port *p = ports; p; p = p->next) {
    if (!p->keeper) p->keeper = keeper;
    relays |= p->relayed;
  }
  return relays;
}

void relay_release(long keeper) { close_ports(keeper); }
