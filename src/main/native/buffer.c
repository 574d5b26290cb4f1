#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "vclock.h"

void *need(void *allocated) {
  if (!allocated) {
    fputs("vclock: out of memory\n", stderr);
    _exit(70);
  }
  return allocated;
}

static void reserve(struct buffer *b, size_t count) {
  if (b->start == b->end) b->start = b->end = 0;
  if (b->end + count <= b->capacity) return;
  if (b->start) {
    memmove(b->data, b->data + b->start, b->end - b->start);
    b->end -= b->start;
    b->start = 0;
    if (b->end + count <= b->capacity) return;
  }
  size_t capacity = b->capacity ? b->capacity : 256;
  while (capacity < b->end + count) capacity *= 2;
  b->data = need(realloc(b->data, capacity));
  b->capacity = capacity;
}

void buffer_append(struct buffer *b, const void *bytes, size_t count) {
  if (!count) return;
  reserve(b, count);
  memcpy(b->data + b->end, bytes, count);
  b->end += count;
}

void buffer_printf(struct buffer *b, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int count = vsnprintf(NULL, 0, format, args);
  va_end(args);
  reserve(b, (size_t)count + 1);
  va_start(args, format);
  vsnprintf(b->data + b->end, (size_t)count + 1, format, args);
  va_end(args);
  b->end += (size_t)count;
}

void buffer_word(struct buffer *b, const char *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    unsigned char c = (unsigned char)bytes[i];
    if (c > ' ' && c < 127 && c != '%')
      buffer_append(b, &c, 1);
    else
      buffer_printf(b, "%%%02X", c);
  }
}

void buffer_take(struct buffer *b, size_t count) { b->start += count; }

void buffer_free(struct buffer *b) {
  free(b->data);
  memset(b, 0, sizeof *b);
}

bool buffer_read_from(struct buffer *b, int fd) {
  reserve(b, 65536);
  ssize_t count = read(fd, b->data + b->end, b->capacity - b->end);
  if (count > 0) b->end += (size_t)count;
  return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
}

bool buffer_write_to(struct buffer *b, int fd) {
  while (buffer_size(b)) {
    ssize_t count = write(fd, buffer_bytes(b), buffer_size(b));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno == EAGAIN;
    buffer_take(b, (size_t)count);
  }
  return true;
}
