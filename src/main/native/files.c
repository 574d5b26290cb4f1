#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vclock.h"

static const char *directory;

bool directory_make(char *template) {
  directory = mkdtemp(template);
  return directory && !chdir(directory);
}

const char *directory_name(void) { return directory ? directory : "."; }

static int remove_entry(const char *path, const struct stat *s, int type, struct FTW *at) {
  (void)s;
  (void)type;
  return at->level > 0 && remove(path) ? -1 : 0;
}

bool directory_empty(void) {
  enum { OPEN_AT_ONCE = 16 };
  return !directory || !nftw(directory, remove_entry, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
}

void directory_remove(void) {
  directory_empty();
  directory_forget(0);
  if (directory) rmdir(directory);
}

static void make_parents(char *path) {
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdir(path, 0755);
    *slash = '/';
  }
}

bool file_write(char *path, const char *bytes, size_t size) {
  make_parents(path);
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  bool done = fd >= 0;
  for (size_t at = 0; done && at < size;) {
    ssize_t count = write(fd, bytes + at, size - at);
    done = count > 0;
    if (done) at += (size_t)count;
  }
  if (fd >= 0 && close(fd)) done = false;
  return done;
}

bool file_read(const char *path, struct buffer *content) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  for (size_t before = (size_t)-1; before != buffer_size(content);) {
    before = buffer_size(content);
    if (!buffer_read_from(content, fd)) break;
  }
  close(fd);
  return true;
}
