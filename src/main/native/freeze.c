/*
 * Stops a program and describes it. Children are forked from the stopped program, so only what a fork does
 * not copy is described: threads, and what descriptors and shared mappings refer to.
 */
#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "arch.h"
#include "freeze.h"

const int socket_options[SOCKET_OPTIONS][2] = {
    {SOL_SOCKET, SO_REUSEADDR},   {SOL_SOCKET, SO_REUSEPORT},   {SOL_SOCKET, SO_BROADCAST},
    {SOL_SOCKET, SO_KEEPALIVE},   {IPPROTO_TCP, TCP_NODELAY},   {IPPROTO_TCP, TCP_KEEPIDLE},
    {IPPROTO_TCP, TCP_KEEPINTVL}, {IPPROTO_TCP, TCP_KEEPCNT},   {IPPROTO_IPV6, IPV6_V6ONLY},
    {SOL_SOCKET, SO_RCVBUF},
};

bool refuse(struct frozen *f, const char *format, ...) {
  va_list args;
  va_start(args, format);
  vsnprintf(f->why, sizeof f->why, format, args);
  va_end(args);
  return false;
}

static struct frozen_thread *leader(const struct frozen *f) { return (void *)buffer_bytes(&f->threads); }

static size_t thread_count(const struct frozen *f) {
  return buffer_size(&f->threads) / sizeof(struct frozen_thread);
}

/* ---- threads ---- */

/* Stops every thread, in the order of their creation, until there is no new one. */
static bool seize(struct frozen *f) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/task", f->pid);
  for (size_t before = (size_t)-1; before != thread_count(f);) {
    before = thread_count(f);
    DIR *dir = opendir(path);
    if (!dir) return refuse(f, "it has ended");
    for (struct dirent *e; (e = readdir(dir));) {
      struct frozen_thread new = {.tid = atoi(e->d_name)};
      bool known = new.tid <= 0;
      for ALL (struct frozen_thread, t, f->threads) known |= t->tid == new.tid;
      if (known) continue;
      /* The launcher's death ends what it has stopped. */
      if (ptrace(PTRACE_SEIZE, new.tid, 0, PTRACE_O_EXITKILL) || ptrace(PTRACE_INTERRUPT, new.tid, 0, 0)) {
        if (errno == ESRCH) continue;
        refuse(f, "the kernel does not allow tracing: %s", strerror(errno));
        closedir(dir);
        return false;
      }
      buffer_append(&f->threads, &new, sizeof new);
    }
    closedir(dir);
  }
  return true;
}

static bool await_interrupt(pid_t tid) {
  for (int status; thread_stops(tid, &status);) {
    if (status >> 16 == PTRACE_EVENT_STOP) return true;
    /* A signal that is just being delivered. */
    if (ptrace(PTRACE_CONT, tid, 0, WSTOPSIG(status))) return false;
  }
  return false;
}

/* The calls that begin anew with the same effect, because timeouts count from the program's last move. */
static bool known_call(long call) {
  return call == SYS_futex || call == SYS_epoll_pwait || call == SYS_nanosleep || call == SYS_clock_nanosleep;
}

static bool read_registers(struct frozen *f, struct frozen_thread *t) {
  return registers_get(t->tid, &t->regs) || refuse(f, "its registers cannot be read: %s", strerror(errno));
}

/* Go's monitor polls now and then, even if nothing happens. */
static bool await_sleep(struct frozen *f) {
  enum { TRIES = 200 };
  const struct timespec pause = {0, 20000};
  for ALL (struct frozen_thread, t, f->threads)
    if (!await_interrupt(t->tid)) return refuse(f, "a thread has ended");
  for (int tries = 0;; tries++) {
    struct frozen_thread *awake = NULL;
    for ALL (struct frozen_thread, t, f->threads) {
      if (!read_registers(f, t)) return false;
      if (!arch_begins_anew(&t->regs, f->memory, known_call)) awake = t;
    }
    if (!awake) return true;
    if (tries == TRIES) return refuse(f, "thread %d does not sleep in a way that is known", awake->tid);
    ptrace(PTRACE_CONT, awake->tid, 0, 0);
    nanosleep(&pause, NULL);
    ptrace(PTRACE_INTERRUPT, awake->tid, 0, 0);
    if (!await_interrupt(awake->tid)) return refuse(f, "a thread has ended");
  }
}

static bool no_signal_waits(pid_t tid) {
  siginfo_t info;
  struct __ptrace_peeksiginfo_args own = {.nr = 1}, shared = {.flags = 1 /* PTRACE_PEEKSIGINFO_SHARED */, .nr = 1};
  return ptrace(PTRACE_PEEKSIGINFO, tid, &own, &info) == 0 && ptrace(PTRACE_PEEKSIGINFO, tid, &shared, &info) == 0;
}

/* What a new thread does not inherit: registers, blocked signals, lists in its memory that the kernel knows. */
static bool describe_thread(struct frozen *f, struct frozen_thread *t) {
  static char largest[64 << 10];
  if (!no_signal_waits(t->tid)) return refuse(f, "a signal waits for thread %d", t->tid);
  for (int i = 0; arch_register_sets[i]; i++) {
    struct iovec set = {largest, sizeof largest};
    if (ptrace(PTRACE_GETREGSET, t->tid, arch_register_sets[i], &set))
      return refuse(f, "its registers cannot be read: %s", strerror(errno));
    t->sets[i] = (struct register_set){need(malloc(set.iov_len)), set.iov_len};
    memcpy(t->sets[i].bytes, largest, set.iov_len);
  }
  /* Nothing is delivered while calls are injected. */
  uint64_t all = ~(UINT64_C(1) << (SIGTRAP - 1));
  if (ptrace(PTRACE_GETSIGMASK, t->tid, sizeof t->signal_mask, &t->signal_mask) ||
      ptrace(PTRACE_SETSIGMASK, t->tid, sizeof all, &all))
    return refuse(f, "its signals cannot be blocked: %s", strerror(errno));
  void *list = NULL;
  size_t size = 0;
  if (syscall(SYS_get_robust_list, t->tid, &list, &size))
    return refuse(f, "its robust list cannot be read: %s", strerror(errno));
  t->robust_list = (uint64_t)list;
  t->robust_size = size;
  return ptrace(PTRACE_GET_RSEQ_CONFIGURATION, t->tid, sizeof t->rseq, &t->rseq) >= 0 ||
         refuse(f, "the kernel does not tell about restartable sequences: %s", strerror(errno));
}

/*
 * Go keeps each thread's id in its m, whose address is in the thread's g: with a wrong one, signals that preempt
 * a goroutine go nowhere. The offsets depend on Go's version, so they are found by what is there: the offset
 * in g and the offset in m with which every thread finds its own id.
 */
static bool find_go_ids(struct frozen *f) {
  enum { G_WORDS = 64, M_WORDS = 256 };
  size_t count = thread_count(f);
  uint64_t(*gs)[G_WORDS] = need(calloc(count, sizeof *gs)), (*ms)[M_WORDS] = need(calloc(count, sizeof *ms));
  struct frozen_thread *t = leader(f);
  bool all = count > 1, found = false;
  for (size_t i = 0; i < count && all; i++) {
    uint64_t g = arch_go_routine(&t[i].regs, f->memory, arch_thread_pointer(t[i].tid, &t[i].regs));
    all = g && memory_read(f->memory, g, gs[i], sizeof gs[i]);
  }
  for (int in_g = 0; in_g < G_WORDS && all && !found; in_g++) {
    bool read = true;
    for (size_t i = 0; i < count && read; i++)
      read = gs[i][in_g] > 4096 && gs[i][in_g] % 8 == 0 && memory_read(f->memory, gs[i][in_g], ms[i], sizeof ms[i]);
    for (int in_m = 0; in_m < M_WORDS && read && !found; in_m++) {
      found = true;
      for (size_t i = 0; i < count && found; i++) found = ms[i][in_m] == (uint64_t)t[i].tid;
      for (size_t i = 0; i < count && found; i++) t[i].go_id = gs[i][in_g] + 8 * (uint64_t)in_m;
    }
  }
  free(gs);
  free(ms);
  return found || refuse(f, "Go's ids of its threads are not found");
}

/* glibc keeps them near the thread pointer. A program without glibc has none. */
static void find_libc_ids(struct frozen *f) {
  enum { NEAR = 4096, WORDS = 2 * NEAR / 4 };
  size_t count = thread_count(f);
  uint32_t(*near)[WORDS] = need(calloc(count, sizeof *near));
  struct frozen_thread *t = leader(f);
  uint64_t *pointers = need(calloc(count, sizeof *pointers));
  for (size_t i = 0; i < count; i++) {
    pointers[i] = arch_thread_pointer(t[i].tid, &t[i].regs);
    for (int half = 0; half < 2 && pointers[i]; half++) /* one of them may not be mapped */
      for (int k = half * WORDS / 2; k < (half + 1) * WORDS / 2; k += 16)
        memory_read(f->memory, pointers[i] - NEAR + 4 * (uint64_t)k, &near[i][k], 64);
  }
  bool found = false;
  for (int k = 0; k < WORDS && !found; k++) {
    found = true;
    for (size_t i = 0; i < count && found; i++) {
      uint64_t at = pointers[i] - NEAR + 4 * (uint64_t)k;
      found = near[i][k] == (uint32_t)t[i].tid && at != t[i].go_id;
    }
    for (size_t i = 0; i < count && found; i++) t[i].libc_id = pointers[i] - NEAR + 4 * (uint64_t)k;
  }
  free(near);
  free(pointers);
}

/* ---- memory ---- */

static const char *relative(const char *path) {
  static char directory[512];
  if (!getcwd(directory, sizeof directory)) return NULL;
  size_t size = strlen(directory);
  return !strncmp(path, directory, size) && path[size] == '/' ? path + size + 1 : NULL;
}

/* The page of inject.c has room for the code that executes calls. */
static bool is_injected(const struct frozen *f, uint64_t address) {
  char code[256];
  size_t size = (size_t)(injected_page - injected_start);
  return memory_read(f->memory, address, code, size) && !memcmp(code, injected_start, size);
}

static bool describe_memory(struct frozen *f) {
  enum { STUB_AT = 2048 };
  char path[64], line[1024];
  snprintf(path, sizeof path, "/proc/%d/maps", f->pid);
  FILE *maps = fopen(path, "re");
  if (!maps) return refuse(f, "its mappings cannot be read: %s", strerror(errno));
  bool clock = false, known = true;
  while (known && fgets(line, sizeof line, maps)) {
    struct frozen_mapping m = {0};
    unsigned long long start, end, offset, inode;
    char access[8];
    int at = 0;
    line[strcspn(line, "\n")] = 0;
    if (sscanf(line, "%llx-%llx %7s %llx %*s %llu %n", &start, &end, access, &offset, &inode, &at) < 5) continue;
    if (!strcmp(access, "r-xp") && !inode && end - start == 4096 && is_injected(f, start)) f->stub = start + STUB_AT;
    if (access[3] != 's') continue;
    m.start = start, m.end = end, m.offset = offset;
    m.protection = (access[0] == 'r' ? PROT_READ : 0) | (access[1] == 'w' ? PROT_WRITE : 0) |
                   (access[2] == 'x' ? PROT_EXEC : 0);
    bool is_clock = !strncmp(line + at, "/memfd:vclock", 13);
    const char *file = is_clock ? NULL : relative(line + at);
    clock |= is_clock;
    known = is_clock || file;
    if (!known) refuse(f, "it shares the memory of %.100s", line + at);
    if (file) m.path = need(strdup(file));
    if (known) buffer_append(&f->mappings, &m, sizeof m);
  }
  fclose(maps);
  return known && ((clock && f->stub) || refuse(f, "its clock is not found"));
}

static bool make_room(struct frozen *f) {
  if (!memory_write(f->memory, f->stub, arch_call, ARCH_CALL_SIZE) ||
      !memory_write(f->memory, f->stub + ARCH_CALL_SIZE, table_start, (size_t)(table_end - table_start)))
    return refuse(f, "its memory cannot be written: %s", strerror(errno));
  long room = call_in(f, f->pid, &leader(f)->regs, (const long[]){SYS_mmap, 0, SCRATCH, PROT_READ | PROT_WRITE,
                                                                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0});
  f->scratch = (uint64_t)room;
  return (room > 0 || refuse(f, "it cannot map memory: %s", strerror((int)-room)));
}

/* Only a thread itself can be asked for its signal stack. */
static bool ask_threads(struct frozen *f) {
  for ALL (struct frozen_thread, t, f->threads)
    if (call_in(f, t->tid, &t->regs, (const long[7]){SYS_sigaltstack, 0, (long)f->scratch}) ||
        !memory_read(f->memory, f->scratch, &t->signal_stack, sizeof t->signal_stack))
      return refuse(f, "a thread does not tell its signal stack");
  return true;
}

/* ---- descriptors ---- */

static struct {
  uint64_t inode;
  char found[512];
} search; /* nftw has no argument for this */

static int has_inode(const char *path, const struct stat *s, int type, struct FTW *at) {
  (void)type;
  (void)at;
  if (s->st_ino != search.inode) return 0;
  snprintf(search.found, sizeof search.found, "%s", path);
  return 1;
}

static bool describe_watch(struct frozen *f, int fd, const char *line) {
  unsigned long long inode;
  struct frozen_watch w = {.fd = fd};
  enum { OPEN_AT_ONCE = 16 };
  if (sscanf(line, "inotify wd:%x ino:%llx sdev:%*x mask:%x", (unsigned *)&w.number, &inode, &w.mask) != 3)
    return true;
  search.inode = inode;
  if (nftw(".", has_inode, OPEN_AT_ONCE, FTW_PHYS) != 1) return refuse(f, "it watches a file that is not its own");
  w.path = need(strdup(search.found));
  buffer_append(&f->watches, &w, sizeof w);
  return true;
}

static bool read_fdinfo(struct frozen *f, struct frozen_file *file) {
  char path[64], line[1024];
  snprintf(path, sizeof path, "/proc/%d/fdinfo/%d", f->pid, file->fd);
  FILE *info = fopen(path, "re");
  if (!info) return refuse(f, "descriptor %d cannot be read: %s", file->fd, strerror(errno));
  bool known = true;
  while (known && fgets(line, sizeof line, info)) {
    unsigned long long number;
    struct frozen_wait w = {.epoll = file->fd};
    if (sscanf(line, "pos: %llu", &number) == 1) file->position = (int64_t)number;
    else if (sscanf(line, "flags: %llo", &number) == 1) file->flags = (int)number;
    else if (sscanf(line, "eventfd-count: %llx", &number) == 1) file->number = number;
    else if (!strncmp(line, "lock:", 5)) {
      file->locked = strstr(line, "FLOCK") && strstr(line, "WRITE");
      known = file->locked || refuse(f, "it holds a lock of an unknown kind on descriptor %d", file->fd);
    } else if (sscanf(line, "tfd: %d events: %x data: %llx", &w.fd, &w.events, &number) == 3) {
      w.data = number;
      buffer_append(&f->waits, &w, sizeof w);
    } else
      known = describe_watch(f, file->fd, line);
  }
  fclose(info);
  return known;
}

/* Whether the path still is that of the open file. */
static bool is_there(const char *open_file, const char *path) {
  struct stat a, b;
  return !stat(open_file, &a) && !lstat(path, &b) && a.st_ino == b.st_ino && a.st_dev == b.st_dev &&
         (S_ISREG(a.st_mode) || S_ISDIR(a.st_mode));
}

static bool is_empty_pipe(const char *path) {
  int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC), waiting = 1;
  bool empty = fd >= 0 && !ioctl(fd, FIONREAD, &waiting) && !waiting;
  if (fd >= 0) close(fd);
  return empty;
}

static bool describe_file(struct frozen *f, struct frozen_file *file) {
  static const struct {
    const char *name;
    enum file_kind kind;
  } kinds[] = {{"/dev/null", KEPT},
               {"anon_inode:[eventpoll]", EVENTS},
               {"anon_inode:[eventfd]", COUNTER},
               {"anon_inode:inotify", NOTIFIER},
               {"anon_inode:[inotify]", NOTIFIER}};
  char link[64], target[512];
  snprintf(link, sizeof link, "/proc/%d/fd/%d", f->pid, file->fd);
  ssize_t size = readlink(link, target, sizeof target - 1);
  if (size < 0) return refuse(f, "descriptor %d cannot be read: %s", file->fd, strerror(errno));
  target[size] = 0;
  if (!read_fdinfo(f, file)) return false;
  unsigned long inode;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (!strcmp(target, kinds[i].name)) {
      file->kind = kinds[i].kind;
      return true;
    }
  if (sscanf(target, "pipe:[%lu]", &inode) == 1) {
    file->kind = PIPE;
    file->number = inode;
    return is_empty_pipe(link) || refuse(f, "bytes wait in its pipe %d", file->fd);
  }
  if (sscanf(target, "socket:[%lu]", &inode) == 1) {
    file->kind = LISTENER; /* until it is asked */
    return true;
  }
  /* Since 1.25, Go reads the limit of its CPU time now and then. */
  bool limit = !strncmp(target, "/sys/fs/cgroup/", 15) && (file->flags & O_ACCMODE) == O_RDONLY;
  const char *own = limit ? target : relative(target);
  if (!own || !is_there(link, own)) return refuse(f, "it has opened %.150s", target);
  file->kind = REGULAR;
  file->path = need(strdup(own));
  return true;
}

/*
 * Descriptors of one open file have one position. Whether two are such a pair is not told to a process without
 * privileges; it does not matter where every write goes to the end, and it is not so if anything differs.
 */
static bool are_separate(const struct frozen_file *a, const struct frozen_file *b) {
  return a == b || a->kind != REGULAR || b->kind != REGULAR || strcmp(a->path, b->path) ||
         (a->flags & O_APPEND && b->flags & O_APPEND) || a->position != b->position ||
         (a->flags & ~O_CLOEXEC) != (b->flags & ~O_CLOEXEC);
}

static bool is_whole_pipe(const struct frozen *f, const struct frozen_file *pipe) {
  int ends = 0, reads = 0;
  for ALL (struct frozen_file, other, f->files)
    if (other->kind == PIPE && other->number == pipe->number) {
      ends++;
      reads += (other->flags & O_ACCMODE) == O_RDONLY;
    }
  return ends == 2 && reads == 1;
}

static bool describe_files(struct frozen *f) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/fd", f->pid);
  DIR *dir = opendir(path);
  if (!dir) return refuse(f, "its descriptors cannot be read: %s", strerror(errno));
  bool known = true;
  for (struct dirent *e; known && (e = readdir(dir));) {
    if (e->d_name[0] == '.') continue;
    struct frozen_file file = {.fd = atoi(e->d_name)};
    known = describe_file(f, &file);
    buffer_append(&f->files, &file, sizeof file);
  }
  closedir(dir);
  for ALL (struct frozen_file, a, f->files) {
    if (!known) return false;
    if (a->kind == PIPE && !is_whole_pipe(f, a)) return refuse(f, "descriptor %d is a pipe to another process", a->fd);
    for ALL (struct frozen_file, b, f->files)
      if (!are_separate(a, b)) return refuse(f, "it has opened %.150s twice", a->path);
  }
  return known;
}

/* ---- sockets: they are asked by the program itself, because Docker forbids pidfd_getfd ---- */

struct asked {
  size_t type, domain, listens, local, peer, unread, options[SOCKET_OPTIONS];
  long type_at, domain_at, listens_at, local_at, peer_at, size_at, unread_at, options_at[SOCKET_OPTIONS];
};

static size_t ask_option(struct table *t, int fd, int level, int name, long *at) {
  static const int none;
  long size = table_put(t, &(uint32_t){sizeof(int)}, sizeof(uint32_t));
  *at = table_put(t, &none, sizeof none);
  return ADD(t, "read an option", MAYBE, SYS_getsockopt, fd, level, name, *at, size);
}

static size_t ask_name(struct table *t, int fd, long call, long *at) {
  static const struct sockaddr_storage none;
  long size = table_put(t, &(uint32_t){sizeof none}, sizeof(uint32_t));
  *at = table_put(t, &none, sizeof none);
  return ADD(t, "read an address", MAYBE, call, fd, *at, size);
}

static void ask(struct table *t, int fd, struct asked *a) {
  static const int none;
  a->type = ask_option(t, fd, SOL_SOCKET, SO_TYPE, &a->type_at);
  a->domain = ask_option(t, fd, SOL_SOCKET, SO_DOMAIN, &a->domain_at);
  a->listens = ask_option(t, fd, SOL_SOCKET, SO_ACCEPTCONN, &a->listens_at);
  a->local = ask_name(t, fd, SYS_getsockname, &a->local_at);
  a->peer = ask_name(t, fd, SYS_getpeername, &a->peer_at);
  a->unread_at = table_put(t, &none, sizeof none);
  a->unread = ADD(t, "count bytes", MAYBE, SYS_ioctl, fd, FIONREAD, a->unread_at);
  for (int i = 0; i < SOCKET_OPTIONS; i++)
    a->options[i] = ask_option(t, fd, socket_options[i][0], socket_options[i][1], &a->options_at[i]);
}

static int answer(const struct table *t, size_t call, long at) {
  int value;
  memcpy(&value, table_data(t, at), sizeof value);
  return table_result(t, call) < 0 ? -1 : value;
}

static bool understand(struct frozen *f, const struct table *t, struct frozen_file *file, const struct asked *a) {
  struct frozen_socket *s = &file->socket;
  bool listens = answer(t, a->listens, a->listens_at) == 1, connected = !table_result(t, a->peer);
  s->type = answer(t, a->type, a->type_at);
  s->domain = answer(t, a->domain, a->domain_at);
  memcpy(&s->local, table_data(t, a->local_at), sizeof s->local);
  memcpy(&s->peer, table_data(t, a->peer_at), sizeof s->peer);
  s->local_size = s->domain == AF_INET ? sizeof(struct sockaddr_in) : sizeof(struct sockaddr_in6);
  for (int i = 0; i < SOCKET_OPTIONS; i++) {
    s->options[i] = answer(t, a->options[i], a->options_at[i]);
    s->has[i] = table_result(t, a->options[i]) == 0;
  }
  bool internet = s->domain == AF_INET || s->domain == AF_INET6;
  if (internet && s->type == SOCK_STREAM && listens) file->kind = LISTENER;
  else if (internet && s->type == SOCK_STREAM && connected) file->kind = CONNECTION;
  else if (internet && s->type == SOCK_DGRAM && !connected) file->kind = DATAGRAMS;
  else return refuse(f, "descriptor %d is a socket of an unknown kind", file->fd);
  /* A listener has no such count, and nothing waits there: the program would have accepted it. */
  return listens || answer(t, a->unread, a->unread_at) == 0 || refuse(f, "bytes wait in its socket %d", file->fd);
}

static bool describe_sockets(struct frozen *f) {
  struct table t = {.of = f};
  struct buffer asked = {0};
  for ALL (struct frozen_file, file, f->files)
    if (file->kind == LISTENER) {
      struct asked a;
      ask(&t, file->fd, &a);
      buffer_append(&asked, &a, sizeof a);
    }
  bool known = !buffer_size(&asked) || (table_begin(&t, f->memory, f->pid) && table_end_in(&t, f->memory, f->pid));
  const struct asked *next = (const void *)buffer_bytes(&asked);
  for ALL (struct frozen_file, file, f->files)
    if (known && file->kind == LISTENER) known = understand(f, &t, file, next++);
  buffer_free(&asked);
  table_free(&t);
  return known;
}

static bool is_socket(const struct frozen_file *file) {
  return file->kind == LISTENER || file->kind == CONNECTION || file->kind == DATAGRAMS;
}

bool freeze_close_sockets(struct frozen *f) {
  struct table t = {.of = f};
  /* Descriptor 0 is /dev/null; the numbers stay in use, so that those of children are predictable. */
  for ALL (struct frozen_file, file, f->files)
    if (is_socket(file)) ADD(&t, "close a socket", file->fd, SYS_dup3, 0, file->fd, O_CLOEXEC);
  bool closed = !buffer_size(&t.calls) || (table_begin(&t, f->memory, f->pid) && table_end_in(&t, f->memory, f->pid));
  table_free(&t);
  return closed;
}

/* ---- all of it ---- */

static bool has_timers(const struct frozen *f) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/timers", f->pid);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  char byte;
  bool any = fd >= 0 && read(fd, &byte, 1) > 0;
  if (fd >= 0) close(fd);
  return any;
}

static bool describe(struct frozen *f) {
  if (!await_sleep(f)) return false;
  for ALL (struct frozen_thread, t, f->threads)
    if (!describe_thread(f, t)) return false;
  if (!find_go_ids(f)) return false;
  find_libc_ids(f);
  if (has_timers(f)) return refuse(f, "it has timers of the kernel");
  if (!describe_memory(f) || !make_room(f) || !ask_threads(f) || !describe_files(f) || !describe_sockets(f))
    return false;
  const struct frozen_file *first = (const void *)buffer_bytes(&f->files);
  return (buffer_size(&f->files) && first->fd == 0 && first->kind == KEPT) ||
         refuse(f, "its standard input is not /dev/null");
}

bool freeze(struct process *p, struct frozen *f) {
  char path[64];
  f->pid = p->pid;
  f->page = *p->page;
  snprintf(path, sizeof path, "/proc/%d/mem", f->pid);
  f->memory = open(path, O_RDWR | O_CLOEXEC);
  if (f->memory < 0) return refuse(f, "its memory cannot be opened: %s", strerror(errno));
  return seize(f) && describe(f);
}

static void await_end(pid_t tid) {
  int status;
  pid_t pid;
  do pid = waitpid(tid, &status, __WALL);
  while (pid < 0 ? errno == EINTR : WIFSTOPPED(status));
}

void threads_end(pid_t pid, const struct buffer *threads) {
  kill(pid, SIGKILL);
  /* The first thread is a zombie until the others, which are traced, have been waited for. */
  struct frozen_thread *first = (void *)buffer_bytes(threads);
  for (size_t i = buffer_size(threads) / sizeof *first; i-- > 1;) await_end(first[i].tid);
  await_end(pid);
}

void freeze_end(struct frozen *f) {
  if (!f->ended) threads_end(f->pid, &f->threads);
  if (f->memory >= 0) close(f->memory);
  for ALL (struct frozen_thread, t, f->threads)
    for (int i = 0; i < MOST_REGISTER_SETS; i++) free(t->sets[i].bytes);
  for ALL (struct frozen_file, file, f->files) free(file->path);
  for ALL (struct frozen_watch, w, f->watches) free(w->path);
  for ALL (struct frozen_mapping, m, f->mappings) free(m->path);
  buffer_free(&f->threads);
  buffer_free(&f->files);
  buffer_free(&f->waits);
  buffer_free(&f->watches);
  buffer_free(&f->mappings);
}
