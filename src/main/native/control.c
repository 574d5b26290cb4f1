/* The control connection: receives commands, sends answers and notifications. */
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vclock.h"

bool finished;

static struct watch input, output = {.fd = -1};
static struct buffer in, out;

enum { LARGEST_PAYLOAD = 1 << 28, LONGEST_LINE = 1 << 20 };

static void flush(void) {
  if (!control_connected()) return;
  if (!buffer_write_to(&out, output.fd))
    finished = true;
  else
    loop_want_write(&output, buffer_size(&out) > 0);
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

static void malformed(const char *why) {
  control_refuse("command", "%s", why);
  finished = true; /* the start of the next frame is unknown */
}

static void run(const struct command *c, char **words, const char *payload, size_t size) {
  if (!c->any_time && (clock_moving || command_waits()))
    control_refuse("busy", "%s came before the last command was answered", c->verb);
  else if (c->run_with_payload)
    c->run_with_payload(words + 1, payload, size);
  else
    c->run(words + 1);
}

/* Processes one frame; false if it is incomplete, or if no more are accepted. */
static bool take_frame(void) {
  static char *words[MOST_WORDS];
  char *line = buffer_bytes(&in);
  char *end = buffer_size(&in) ? memchr(line, '\n', buffer_size(&in)) : NULL;
  if (!end) {
    if (buffer_size(&in) > LONGEST_LINE) malformed("the line is too long");
    return false;
  }
  size_t size = (size_t)(end - line) + 1;
  char *copy = need(malloc(size));
  memcpy(copy, line, size);
  int64_t payload = 0;
  int count = frame_split(copy, size - 1, words);
  const struct command *c = count > 0 ? command_find(words[0]) : NULL;
  if (count < 0)
    malformed("the line is not made of words");
  else if (c && c->run_with_payload &&
           (!frame_number(words[--count], &payload) || payload < 0 || payload > LARGEST_PAYLOAD))
    malformed("the frame has no valid size");
  bool whole = !finished && buffer_size(&in) >= size + (size_t)payload;
  if (whole && !c)
    control_refuse("command", "there is no command %s", *words[0] ? words[0] : "without a word");
  else if (whole && command_fits(c, words + 1, count - 1))
    run(c, words, buffer_bytes(&in) + size, (size_t)payload);
  free(copy);
  if (whole) buffer_take(&in, size + (size_t)payload);
  return whole && !finished;
}

static void take_frames(void) {
  while (take_frame()) {
  }
}

static void input_ready(struct watch *w, bool readable, bool writable) {
  (void)writable;
  if (readable && !buffer_read_from(&in, w->fd))
    finished = true; /* the client is gone */
  else
    take_frames();
}

static void output_ready(struct watch *w, bool readable, bool writable) {
  (void)w;
  if (readable)
    finished = true; /* readable only after an error */
  else if (writable)
    flush();
}

void control_serve(int from, int to, const char *said, size_t size) {
  fcntl(from, F_SETFL, fcntl(from, F_GETFL) | O_NONBLOCK);
  fcntl(to, F_SETFL, fcntl(to, F_GETFL) | O_NONBLOCK);
  input = (struct watch){.ready = input_ready, .fd = from};
  output = (struct watch){.ready = output_ready, .fd = to, .only_writes = true};
  loop_add(&input);
  loop_add(&output);
  buffer_append(&in, said, size);
  take_frames();
}

bool control_connected(void) { return output.fd >= 0; }
