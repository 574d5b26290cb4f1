/* The files of templates: moved out of the launcher's directory, and copied back for each child. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vclock.h"

enum { LONGEST = 1024 };

/* Beside the directory, so that patterns of file names do not match what is in it. */
static void name_of(char path[LONGEST], long number) {
  int size = snprintf(path, LONGEST, "%s.frozen", directory_name());
  if (number) snprintf(path + size, LONGEST - (size_t)size, "/%ld", number);
}

bool directory_is_own(void) { return strcmp(directory_name(), ".") != 0; }

bool directory_keep(long number) {
  char path[LONGEST];
  name_of(path, 0);
  if (mkdir(path, 0700) && errno != EEXIST) return false;
  name_of(path, number);
  DIR *dir = mkdir(path, 0700) ? NULL : opendir(".");
  int to = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
  bool moved = dir && to >= 0;
  for (struct dirent *e; moved && (e = readdir(dir));)
    if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
      moved = !renameat(dirfd(dir), e->d_name, to, e->d_name);
  if (dir) closedir(dir);
  if (to >= 0) close(to);
  return moved;
}

/* Holes stay holes: servers reserve files of many megabytes. */
static bool copy_file(int from, int to) {
  enum { BLOCK = 64 << 10 };
  static char bytes[BLOCK];
  static const char zeros[BLOCK];
  off_t at = 0;
  for (ssize_t size; (size = read(from, bytes, BLOCK)) != 0; at += size) {
    if (size < 0) return false;
    if (memcmp(bytes, zeros, (size_t)size) && pwrite(to, bytes, (size_t)size, at) != size) return false;
  }
  return !ftruncate(to, at);
}

static bool copy_entry(int from, const char *name, int to);

static bool copy_all(int from, int to) {
  int copy = fcntl(from, F_DUPFD_CLOEXEC, 0);
  DIR *dir = copy < 0 ? NULL : fdopendir(copy);
  bool copied = dir;
  for (struct dirent *e; copied && (e = readdir(dir));)
    if (strcmp(e->d_name, ".") && strcmp(e->d_name, "..")) copied = copy_entry(from, e->d_name, to);
  if (dir) closedir(dir);
  return copied;
}

static bool copy_entry(int from, const char *name, int to) {
  struct stat s;
  char target[LONGEST];
  if (fstatat(from, name, &s, AT_SYMLINK_NOFOLLOW)) return false;
  if (S_ISLNK(s.st_mode)) {
    ssize_t size = readlinkat(from, name, target, sizeof target - 1);
    if (size >= 0) target[size] = 0;
    return size >= 0 && !symlinkat(target, to, name);
  }
  bool is_directory = S_ISDIR(s.st_mode);
  if (!is_directory && !S_ISREG(s.st_mode)) {
    errno = ENOTSUP;
    return false;
  }
  if (is_directory && mkdirat(to, name, 0700)) return false;
  int flags = O_CLOEXEC | O_NOFOLLOW;
  int a = openat(from, name, flags | (is_directory ? O_RDONLY | O_DIRECTORY : O_RDONLY));
  int b = openat(to, name, flags | (is_directory ? O_RDONLY | O_DIRECTORY : O_WRONLY | O_CREAT | O_EXCL), 0600);
  bool copied = a >= 0 && b >= 0 && (is_directory ? copy_all(a, b) : copy_file(a, b)) && !fchmod(b, s.st_mode & 07777);
  if (a >= 0) close(a);
  if (b >= 0) close(b);
  return copied;
}

bool directory_copy(long number) {
  char path[LONGEST];
  name_of(path, number);
  int from = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), to = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  bool copied = from >= 0 && to >= 0 && copy_all(from, to);
  if (from >= 0) close(from);
  if (to >= 0) close(to);
  return copied;
}

static int remove_entry(const char *path, const struct stat *s, int type, struct FTW *at) {
  (void)s;
  (void)type;
  (void)at;
  return remove(path) ? -1 : 0;
}

void directory_forget(long number) {
  char path[LONGEST];
  enum { OPEN_AT_ONCE = 16 };
  if (!directory_is_own()) return;
  name_of(path, number);
  nftw(path, remove_entry, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
  name_of(path, 0);
  rmdir(path); /* with the last of them */
}
