/* The lines of the control protocol: words separated by single blanks. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "vclock.h"

static int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/* Decodes a word in place; false if it is not a valid word. */
static bool decode(char *word, size_t size) {
  char *to = word;
  for (size_t i = 0; i < size; i++) {
    if (word[i] == '%') {
      int high = size - i > 2 ? digit(word[i + 1]) : -1;
      int low = size - i > 2 ? digit(word[i + 2]) : -1;
      /* Words are C strings and cannot contain a zero byte. */
      if (high < 0 || low < 0 || !(high | low)) return false;
      *to++ = (char)(high << 4 | low);
      i += 2;
    } else if (word[i] > ' ' && word[i] < 127) {
      *to++ = word[i];
    } else {
      return false;
    }
  }
  *to = 0;
  return true;
}

int frame_split(char *line, size_t size, char **words) {
  int count = 0;
  for (char *end = line + size; line <= end;) {
    char *blank = memchr(line, ' ', (size_t)(end - line));
    char *next = blank ? blank : end;
    if (count == MOST_WORDS - 1 || !decode(line, (size_t)(next - line))) return -1;
    words[count++] = line;
    line = next + 1;
  }
  words[count] = NULL;
  return count;
}

bool frame_number(const char *word, int64_t *number) {
  const char *first = *word == '-' ? word + 1 : word;
  char *end;
  errno = 0;
  *number = strtoll(word, &end, 10);
  return digit(*first) >= 0 && digit(*first) < 10 && !*end && !errno;
}
