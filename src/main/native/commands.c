/* The commands of the control connection; words[0] is the first argument. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "vclock.h"

static struct process *awaited;
static int64_t awaited_until;

static void answer_wait(struct process *p) {
  struct buffer how = {0};
  p->told_to_end = true; /* from now on its exit is expected */
  process_describe_end(p, &how);
  control_ok("%.*s", (int)buffer_size(&how), buffer_bytes(&how));
  buffer_free(&how);
}

void command_process_ended(struct process *p) {
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

bool command_waits(void) { return awaited; }

void command_tick(void) {
  if (!awaited || wall_now() < awaited_until) return;
  awaited = NULL;
  control_ok("running");
}

/* The argument was checked before. */
static int64_t number(const char *word) {
  int64_t value;
  frame_number(word, &value);
  return value;
}

static int64_t of_milliseconds(const char *word) {
  int64_t ns;
  return __builtin_mul_overflow(number(word), INT64_C(1000000), &ns) ? INT64_MAX : ns;
}

static struct process *named(const char *name) {
  struct process *p = process_find(name);
  if (!p) control_refuse("unknown", "no process is called %s", name);
  return p;
}

static void on_epoch(char **words) {
  for (struct process *p = processes; p; p = p->next)
    if (p->running) {
      control_refuse("running", "the epoch can only be set while nothing runs, and %s does", p->name);
      return;
    }
  clock_set_epoch(number(words[0]));
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
  if (process_signal(p, (int)number(words[1])))
    control_ok("%s", "");
  else
    control_refuse("ended", "%s does not run", p->name);
}

static void on_wait(char **words) {
  struct process *p = named(words[0]);
  if (p && p->running) {
    awaited = p;
    awaited_until = sum(wall_now(), of_milliseconds(words[1]));
  } else if (p) {
    answer_wait(p);
  }
}

static void on_lead(char **words) {
  struct process *p = named(words[0]);
  if (!p) return;
  p->lead = number(words[1]);
  p->position = difference(virtual_now, 1); /* so that the next advance signals it */
  control_ok("%s", "");
}

static void on_slack(char **words) {
  struct process *p = named(words[0]);
  if (!p) return;
  slack_of(words[1], &p->slack);
  p->step = 0;
  if (words[2]) frame_number(words[2], &p->step);
  control_ok("%s", "");
}

static void on_limit(char **words) {
  progress_limit = of_milliseconds(words[0]);
  control_ok("%s", "");
}

static void move_clock(const char *word, void (*move)(int64_t)) {
  int64_t target = number(word);
  if (target < virtual_now) {
    control_refuse("past", "time does not run backwards: it is %lld", (long long)virtual_now);
    return;
  }
  for (struct process *p = processes; p; p = p->next) {
    if (p->running && p->real) {
      control_refuse("running", "%s lives by the real clock, which nobody moves", p->name);
      return;
    }
    if (!p->running && !p->told_to_end) {
      clock_fail(p);
      return;
    }
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
    control_refuse("file", "cannot read %s: %s", words[0], strerror(errno));
  }
  buffer_free(&frame);
  buffer_free(&content);
}

static void on_reset(char **words) {
  (void)words;
  process_forget_all();
  templates_end_relayed();
  relay_reset();
  clock_reset();
  if (directory_empty())
    control_ok("%s", "");
  else
    control_refuse("file", "cannot empty %s: %s", directory_name(), strerror(errno));
}

static void on_freeze(char **words) { template_freeze(words[0]); }

static void on_fork(char **words) {
  int64_t time = words[1] ? number(words[1]) : 0;
  template_fork(words[0], words[1] ? &time : NULL);
}

static void on_endfork(char **words) { template_end(words[0]); }

static void on_quit(char **words) {
  (void)words;
  finished = true;
}

static void on_write(char **words, const char *payload, size_t size) {
  if (file_write(words[0], payload, size))
    control_ok("%s", "");
  else
    control_refuse("file", "cannot write %s: %s", words[0], strerror(errno));
}

static void on_data(char **words, const char *payload, size_t size) {
  relay_data((long)number(words[0]), payload, size);
}

static void on_answered(char **words) {
  int64_t until = words[2] ? number(words[2]) : NEVER;
  relay_answered((long)number(words[0]), (uint64_t)number(words[1]), until);
}

static void on_close(char **words) { relay_close((long)number(words[0])); }

static void on_hello(char **words) {
  if (number(words[0]) == PROTOCOL_VERSION) {
    control_ok("%d", PROTOCOL_VERSION);
  } else {
    control_refuse("version", "this is protocol version %d", PROTOCOL_VERSION);
    finished = true;
  }
}

/*
 * Arguments: w a word, n a number from 0, t a time, which may be negative, s a signal, l a slack; those
 * after ? are optional, and after * there may be any number of words.
 */
static const struct command commands[] = {
    {"advance", "t", on_advance, NULL, false}, {"answered", "nn?t", on_answered, NULL, true},
    {"close", "n", on_close, NULL, true},      {"cpu", "w", on_cpu, NULL, false},
    {"data", "n", NULL, on_data, true},        {"epoch", "t", on_epoch, NULL, false},
    {"endfork", "w", on_endfork, NULL, false},
    {"fork", "w?t", on_fork, NULL, false},     {"freeze", "w", on_freeze, NULL, false},
    {"hello", "n?w", on_hello, NULL, false},   {"lead", "wt", on_lead, NULL, false},
    {"leap", "t", on_leap, NULL, false},       {"limit", "n", on_limit, NULL, false},
    {"port", "", on_port, NULL, false},        {"quit", "", on_quit, NULL, true},
    {"read", "w", on_read, NULL, false},       {"relay", "", on_relay, NULL, false},
    {"reset", "", on_reset, NULL, false},      {"signal", "ws", on_signal, NULL, false},
    {"slack", "wl?t", on_slack, NULL, false},    {"start", "www*", on_start, NULL, false},
    {"wait", "wn", on_wait, NULL, false},      {"write", "w", NULL, on_write, false},
};

static bool is_one(char kind, const char *word) {
  int64_t n;
  switch (kind) {
    case 'n': return frame_number(word, &n) && n >= 0;
    case 's': return frame_number(word, &n) && n > 0 && n < 65;
    case 't': return frame_number(word, &n) && n < NEVER;
    case 'l': return slack_of(word, &n);
    default: return true;
  }
}

bool command_fits(const struct command *c, char **words, int count) {
  int needed = (int)strcspn(c->arguments, "?*"), taken = 0;
  for (const char *kind = c->arguments; *kind && *kind != '*' && taken < count; kind++) {
    if (*kind == '?') continue;
    if (!is_one(*kind, words[taken])) {
      control_refuse("command", "%s does not take %s", c->verb, words[taken]);
      return false;
    }
    taken++;
  }
  if (count >= needed && (count == taken || strchr(c->arguments, '*'))) return true;
  control_refuse("command", "%s takes %d arguments", c->verb, needed);
  return false;
}

const struct command *command_find(const char *verb) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (!strcmp(commands[i].verb, verb)) return &commands[i];
  return NULL;
}
