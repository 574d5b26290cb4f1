/* The control connection: one client, which has said the token; commands in, answers and news out. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "vclock.h"

bool finished;

static struct watch listener, client = {.fd = -1};
static struct buffer in, out;
static char *secret;
static bool trusted;

enum { MOST_WORDS = 4096, LARGEST_PAYLOAD = 1 << 30, LONGEST_LINE = 1 << 20 };

static void flush(void) {
  if (client.fd < 0) return;
  if (!buffer_write_to(&out, client.fd))
    finished = true;
  else
    loop_want_write(&client, buffer_size(&out) > 0);
}

void control_send(struct buffer *frame) {
  buffer_append(&out, buffer_bytes(frame), buffer_size(frame));
  buffer_take(frame, buffer_size(frame));
  flush();
}

void control_ok(const char *format, ...) {
  char text[256];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  struct buffer frame = {0};
  buffer_printf(&frame, "ok%s%s\n", *text ? " " : "", text);
  control_send(&frame);
  buffer_free(&frame);
}

void control_error(const char *code, struct buffer *text, struct buffer *payload) {
  struct buffer frame = {0};
  size_t size = payload ? buffer_size(payload) : 0;
  buffer_printf(&frame, "error %s ", code);
  buffer_word(&frame, buffer_bytes(text), buffer_size(text));
  buffer_printf(&frame, " %zu\n", size);
  if (size) buffer_append(&frame, buffer_bytes(payload), size);
  control_send(&frame);
  buffer_free(&frame);
}

void control_refuse(const char *code, const char *format, ...) {
  char line[512];
  va_list args;
  va_start(args, format);
  vsnprintf(line, sizeof line, format, args);
  va_end(args);
  struct buffer text = {0};
  buffer_printf(&text, "%s", line);
  control_error(code, &text, NULL);
  buffer_free(&text);
}

static void hello(char **words, int count) {
  if (count != 3 || strcmp(words[0], "hello") || strcmp(words[2], secret)) {
    control_refuse("token", "this connection has not said the token");
    finished = true; /* nobody else is going to come with the right one */
  } else if (atoi(words[1]) != PROTOCOL_VERSION) {
    control_refuse("version", "this is protocol version %d", PROTOCOL_VERSION);
    finished = true;
  } else {
    trusted = true;
    control_ok("%d", PROTOCOL_VERSION);
  }
}

/* Decodes in place; the words point into the line. */
static int split(char *line, char **words) {
  int count = 0;
  for (char *at = line; at && *at && count < MOST_WORDS - 1;) {
    words[count++] = at;
    char *space = strchr(at, ' ');
    if (space) *space++ = 0;
    char *to = words[count - 1];
    for (char *from = to; *from; from++) {
      unsigned value;
      if (*from == '%' && sscanf(from + 1, "%2x", &value) == 1) {
        *to++ = (char)value;
        from += 2;
      } else {
        *to++ = *from;
      }
    }
    *to = 0;
    at = space;
  }
  words[count] = NULL;
  return count;
}

/* One frame, where a whole one has come; false where more is needed. */
static bool take_frame(void) {
  static char *words[MOST_WORDS];
  char *line = buffer_bytes(&in);
  char *end = buffer_size(&in) ? memchr(line, '\n', buffer_size(&in)) : NULL;
  if (!end) {
    if (buffer_size(&in) > LONGEST_LINE) finished = true;
    return false;
  }
  size_t line_size = (size_t)(end - line) + 1;
  char *copy = need(strndup(line, line_size - 1));
  int count = split(copy, words);
  const struct command *c = trusted && count ? command_find(words[0]) : NULL;
  size_t payload = 0;
  if (c && c->run_with_payload && count > 1) payload = strtoull(words[count - 1], NULL, 10);
  if (payload > LARGEST_PAYLOAD) finished = true;
  if (payload > LARGEST_PAYLOAD || buffer_size(&in) < line_size + payload) {
    free(copy);
    return false;
  }
  int arguments = count - 1 - (c && c->run_with_payload);
  if (!trusted)
    hello(words, count);
  else if (!c)
    control_refuse("command", "there is no command %s", count ? words[0] : "without a word");
  else if (arguments < c->arguments)
    control_refuse("command", "%s takes %d arguments", c->verb, c->arguments);
  else if (!c->any_time && (clock_moving || command_waits()))
    control_refuse("busy", "%s came before the last command was answered", c->verb);
  else if (c->run_with_payload)
    c->run_with_payload(words + 1, buffer_bytes(&in) + line_size, payload);
  else
    c->run(words + 1);
  free(copy);
  buffer_take(&in, line_size + payload);
  return !finished;
}

/* Whoever has said no token yet makes room for the next. */
static void turn_away(void) {
  loop_remove(&client);
  close(client.fd);
  client.fd = -1;
  buffer_take(&in, buffer_size(&in));
  buffer_take(&out, buffer_size(&out));
}

static void client_ready(struct watch *w, bool readable, bool writable) {
  if (readable && !buffer_read_from(&in, w->fd)) {
    if (trusted)
      finished = true; /* whoever asked for all this is gone */
    else
      turn_away();
    return;
  }
  while (readable && take_frame()) {
  }
  if (writable) flush();
}

/* A client whose machine is gone says nothing any more, not even that it hangs up. */
static void mind_silence(int fd) {
  int on = 1, idle = 20, interval = 5, count = 4; /* s */
  unsigned unheard = 40000;                       /* ms; the same for what it does not confirm */
  setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
  setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
  setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
  setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &unheard, sizeof unheard);
}

static void listener_ready(struct watch *w, bool readable, bool writable) {
  (void)readable;
  (void)writable;
  int one = 1, fd = accept4(w->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (fd < 0) return;
  if (client.fd >= 0 && trusted) {
    close(fd);
    return;
  }
  if (client.fd >= 0) turn_away();
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  mind_silence(fd);
  client = (struct watch){.ready = client_ready, .fd = fd};
  loop_add(&client);
}

int control_listen(const char *address, int port, const char *token) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), one = 1;
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  socklen_t size = sizeof a;
  if (fd < 0 || inet_pton(AF_INET, address, &a.sin_addr) != 1 ||
      setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) ||
      bind(fd, (struct sockaddr *)&a, size) || listen(fd, 8) ||
      getsockname(fd, (struct sockaddr *)&a, &size)) {
    fprintf(stderr, "vclock: cannot listen on %s port %d: %s\n", address, port, strerror(errno));
    exit(69);
  }
  secret = need(strdup(token));
  listener = (struct watch){.ready = listener_ready, .fd = fd};
  loop_add(&listener);
  return ntohs(a.sin_port);
}

bool control_connected(void) { return client.fd >= 0 && trusted; }
