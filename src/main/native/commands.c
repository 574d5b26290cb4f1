/* The commands that the control connection takes; words[0] is the first argument. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "vclock.h"

static struct process *awaited;
static int64_t awaited_until;

static void answer_wait(struct process *p) {
  struct buffer how = {0};
  p->told_to_end = true; /* from here on its end is known, and no news */
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
    control_refuse("ended", "%s does not run", p->name);
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
  p->step = words[2] ? strtoll(words[2], NULL, 10) : 0;
  control_ok("%s", "");
}

static void on_limit(char **words) {
  progress_limit = strtoll(words[0], NULL, 10) * 1000000;
  control_ok("%s", "");
}

static void move_clock(const char *word, void (*move)(int64_t)) {
  int64_t target = strtoll(word, NULL, 10);
  if (target < virtual_now) {
    control_refuse("past", "time does not run backwards: it is %lld", (long long)virtual_now);
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
    control_refuse("file", "cannot read %s: %s", words[0], strerror(errno));
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
    control_refuse("file", "cannot empty %s: %s", directory_name(), strerror(errno));
}

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
  relay_data(atol(words[0]), payload, size);
}

static void on_answered(char **words) {
  int64_t until = words[2] ? strtoll(words[2], NULL, 10) : NEVER;
  relay_answered(atol(words[0]), strtoull(words[1], NULL, 10), until);
}

static void on_close(char **words) { relay_close(atol(words[0])); }

static const struct command commands[] = {
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

const struct command *command_find(const char *verb) {
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (!strcmp(commands[i].verb, verb)) return &commands[i];
  return NULL;
}
