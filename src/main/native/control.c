/* The control connection: one client, which has said the token; commands in, answers and news out. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
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
static struct process *awaited;
static int64_t awaited_until;

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

static void refuse(const char *code, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void refuse(const char *code, const char *format, ...) {
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

static void answer_wait(struct process *p) {
  struct buffer how = {0};
  p->told_to_end = true; /* from here on its end is known, and no news */
  process_describe_end(p, &how);
  control_ok("%.*s", (int)buffer_size(&how), buffer_bytes(&how));
  buffer_free(&how);
}

void control_process_ended(struct process *p) {
  if (awaited == p) {
    awaited = NULL;
    answer_wait(p);
  } else if (!p->told_to_end && clock_moving) {
    clock_fail(p);
  } else if (!p->told_to_end) {
    struct buffer frame = {0}, log = {0};
    process_log_tail(p, &log);
    buffer_printf(&frame, "died ");
    buffer_word(&frame, p->name, strlen(p->name));
    buffer_append(&frame, " ", 1);
    process_describe_end(p, &frame);
    buffer_printf(&frame, " %zu\n", buffer_size(&log));
    buffer_append(&frame, buffer_bytes(&log), buffer_size(&log));
    control_send(&frame);
    buffer_free(&frame);
    buffer_free(&log);
  }
}

bool control_waits(void) { return awaited; }

void control_tick(void) {
  if (!awaited || wall_now() < awaited_until) return;
  awaited = NULL;
  control_ok("running");
}

/* ---- commands; words[0] is the first argument ---- */

static struct process *named(const char *name) {
  struct process *p = process_find(name);
  if (!p) refuse("unknown", "no process is called %s", name);
  return p;
}

static void on_epoch(char **words) {
  for (struct process *p = processes; p; p = p->next)
    if (p->running) {
      refuse("running", "the epoch can only be set while nothing runs, and %s does", p->name);
      return;
    }
  clock_set_epoch(strtoll(words[0], NULL, 10));
  control_ok("%lld", (long long)virtual_now);
}

static void give_port(int port, struct buffer *error) {
  if (port)
    control_ok("%d", port);
  else
    control_error("port", error, NULL);
  buffer_free(error);
}

static void on_port(char **words) {
  (void)words;
  struct buffer error = {0};
  give_port(relay_reserve(&error), &error);
}

static void on_relay(char **words) {
  (void)words;
  struct buffer error = {0};
  give_port(relay_listen(&error), &error);
}

static void on_start(char **words) {
  struct buffer error = {0};
  struct process *p = process_start(words, &error);
  if (p)
    control_ok("%d", p->pid);
  else
    control_error("start", &error, NULL);
  buffer_free(&error);
}

static void on_signal(char **words) {
  struct process *p = named(words[0]);
  if (!p) return;
  if (process_signal(p, atoi(words[1])))
    control_ok("%s", "");
  else
    refuse("ended", "%s does not run", p->name);
}

static void on_wait(char **words) {
  struct process *p = named(words[0]);
  if (p && p->running) {
    awaited = p;
    awaited_until = wall_now() + strtoll(words[1], NULL, 10) * 1000000;
  } else if (p) {
    answer_wait(p);
  }
}

static void on_lead(char **words) {
  struct process *p = named(words[0]);
  if (!p) return;
  p->lead = strtoll(words[1], NULL, 10);
  p->position = virtual_now - 1; /* so that it is told at the next advance */
  control_ok("%s", "");
}

static void on_slack(char **words) {
  struct process *p = named(words[0]);
  if (!p) return;
  p->slack = slack_of(words[1]);
  control_ok("%s", "");
}

static void on_limit(char **words) {
  progress_limit = strtoll(words[0], NULL, 10) * 1000000;
  control_ok("%s", "");
}

static void move_clock(const char *word, void (*move)(int64_t)) {
  int64_t target = strtoll(word, NULL, 10);
  if (target < virtual_now) {
    refuse("past", "time does not run backwards: it is %lld", (long long)virtual_now);
    return;
  }
  for (struct process *p = processes; p; p = p->next)
    if (!p->running && !p->told_to_end) {
      clock_fail(p);
      return;
    }
  move(target);
}

static void on_advance(char **words) { move_clock(words[0], clock_advance); }
static void on_leap(char **words) { move_clock(words[0], clock_leap); }

static void on_cpu(char **words) {
  struct process *p = named(words[0]);
  if (p) control_ok("%lld", (long long)process_cpu(p));
}

static void on_read(char **words) {
  struct buffer frame = {0}, content = {0};
  if (file_read(words[0], &content)) {
    buffer_printf(&frame, "file %zu\n", buffer_size(&content));
    buffer_append(&frame, buffer_bytes(&content), buffer_size(&content));
    control_send(&frame);
  } else {
    refuse("file", "cannot read %s: %s", words[0], strerror(errno));
  }
  buffer_free(&frame);
  buffer_free(&content);
}

static void on_reset(char **words) {
  (void)words;
  process_forget_all();
  relay_reset();
  clock_reset();
  if (directory_empty())
    control_ok("%s", "");
  else
    refuse("file", "cannot empty %s: %s", directory_name(), strerror(errno));
}

static void on_quit(char **words) {
  (void)words;
  finished = true;
}

static void on_write(char **words, const char *payload, size_t size) {
  if (file_write(words[0], payload, size))
    control_ok("%s", "");
  else
    refuse("file", "cannot write %s: %s", words[0], strerror(errno));
}

static void on_data(char **words, const char *payload, size_t size) {
  relay_data(atol(words[0]), payload, size);
}

static void on_answered(char **words) {
  int64_t until = words[2] ? strtoll(words[2], NULL, 10) : NEVER;
  relay_answered(atol(words[0]), strtoull(words[1], NULL, 10), until);
}

static void on_close(char **words) { relay_close(atol(words[0])); }

static const struct command {
  const char *verb;
  int arguments; /* at least; without the payload's size */
  void (*run)(char **words);
  void (*run_with_payload)(char **words, const char *payload, size_t size);
  bool any_time; /* also while another command has not been answered */
} commands[] = {
    {"advance", 1, on_advance, NULL, false}, {"answered", 2, on_answered, NULL, true},
    {"close", 1, on_close, NULL, true},      {"cpu", 1, on_cpu, NULL, false},
    {"data", 1, NULL, on_data, true},        {"epoch", 1, on_epoch, NULL, false},
    {"lead", 2, on_lead, NULL, false},       {"leap", 1, on_leap, NULL, false},
    {"limit", 1, on_limit, NULL, false},     {"port", 0, on_port, NULL, false},
    {"quit", 0, on_quit, NULL, true},        {"read", 1, on_read, NULL, false},
    {"relay", 0, on_relay, NULL, false},     {"reset", 0, on_reset, NULL, false},
    {"signal", 2, on_signal, NULL, false},   {"slack", 2, on_slack, NULL, false},
    {"start", 3, on_start, NULL, false},     {"wait", 2, on_wait, NULL, false},
    {"write", 1, NULL, on_write, false},
};

static const struct command *find_command(const char *verb) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (!strcmp(commands[i].verb, verb)) return &commands[i];
  return NULL;
}

static void hello(char **words, int count) {
  if (count != 3 || strcmp(words[0], "hello") || strcmp(words[2], secret)) {
    refuse("token", "this connection has not said the token");
    finished = true; /* nobody else is going to come with the right one */
  } else if (atoi(words[1]) != PROTOCOL_VERSION) {
    refuse("version", "this is protocol version %d", PROTOCOL_VERSION);
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
  const struct command *c = trusted && count ? find_command(words[0]) : NULL;
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
    refuse("command", "there is no command %s", count ? words[0] : "without a word");
  else if (arguments < c->arguments)
    refuse("command", "%s takes %d arguments", c->verb, c->arguments);
  else if (!c->any_time && (clock_moving || awaited))
    refuse("busy", "%s came before the last command was answered", c->verb);
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
