/*
 * Makes children of frozen programs. A child shares nothing with its template but what never changes; each step
 * replaces something that a fork copies wrongly, or not at all. A failure ends all children.
 */
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arch.h"
#include "freeze.h"

struct child {
  struct frozen *of;
  struct born *born;
  int memory;
  struct buffer tids; /* pid_t, as the threads of its template; those that exist */
  struct table table;
  size_t first_clone; /* in the table */
  long free[2];       /* the lowest free descriptors, which the kernel gives to new files */
};

static pid_t *tid(const struct child *c, size_t i) { return (pid_t *)buffer_bytes(&c->tids) + i; }
static struct frozen_thread *thread(const struct child *c, size_t i) {
  return (struct frozen_thread *)buffer_bytes(&c->of->threads) + i;
}
static size_t threads(const struct child *c) { return buffer_size(&c->of->threads) / sizeof(struct frozen_thread); }

/* ---- what the first thread does for its process ---- */

/* Gives a new descriptor the number that the program knows. */
static void place(struct child *c, long from, const struct frozen_file *file) {
  ADD(&c->table, "keep a descriptor", file->fd, SYS_dup3, from, file->fd, file->flags & O_CLOEXEC);
  ADD(&c->table, "close a descriptor", 0, SYS_close, from);
}

/* Not openat, about which the kernel asks the launcher itself; see alias.c. */
static void open_file(struct child *c, const char *path, int flags) {
  struct open_how how = {.flags = (uint64_t)(unsigned)(flags & ~(O_CREAT | O_EXCL | O_TRUNC))};
  long at = table_put(&c->table, path, strlen(path) + 1), how_at = table_put(&c->table, &how, sizeof how);
  ADD(&c->table, "open a file again", c->free[0], SYS_openat2, AT_FDCWD, at, how_at, sizeof how);
}

static void regular(struct child *c, const struct frozen_file *file) {
  enum { EXCLUSIVELY_OR_NOT_AT_ALL = 2 | 4 }; /* LOCK_EX | LOCK_NB */
  open_file(c, file->path, file->flags);
  if (file->position) ADD(&c->table, "seek", file->position, SYS_lseek, c->free[0], file->position, SEEK_SET);
  if (file->locked) ADD(&c->table, "lock a file", 0, SYS_flock, c->free[0], EXCLUSIVELY_OR_NOT_AT_ALL);
  place(c, c->free[0], file);
}

static void events(struct child *c, const struct frozen_file *file) {
  ADD(&c->table, "make an epoll instance", c->free[0], SYS_epoll_create1, EPOLL_CLOEXEC);
  place(c, c->free[0], file);
}

static void counter(struct child *c, const struct frozen_file *file) {
  long flags = (file->flags & O_NONBLOCK) | O_CLOEXEC;
  ADD(&c->table, "make an eventfd", c->free[0], SYS_eventfd2, (long)file->number, flags);
  place(c, c->free[0], file);
}

static void pipe_ends(struct child *c, const struct frozen_file *file) {
  static const int none[2];
  if ((file->flags & O_ACCMODE) != O_RDONLY) return; /* with its other end */
  long at = table_put(&c->table, none, sizeof none);
  ADD(&c->table, "make a pipe", 0, SYS_pipe2, at, (file->flags & O_NONBLOCK) | O_CLOEXEC);
  place(c, c->free[0], file);
  for ALL (struct frozen_file, other, c->of->files)
    if (other->kind == PIPE && other->number == file->number && other != file) place(c, c->free[1], other);
}

/* The kernel numbers watches in their order, so others take the place of those that were removed. */
static void notifier(struct child *c, const struct frozen_file *file) {
  enum { SOMETHING = 2 /* IN_MODIFY */ };
  ADD(&c->table, "make an inotify instance", c->free[0], SYS_inotify_init1, (file->flags & O_NONBLOCK) | O_CLOEXEC);
  place(c, c->free[0], file);
  long other = table_put(&c->table, "/", 2);
  for (int number = 1;; number++) {
    const struct frozen_watch *this = NULL;
    bool more = false;
    for ALL (struct frozen_watch, w, c->of->watches) {
      if (w->fd == file->fd && w->number == number) this = w;
      more |= w->fd == file->fd && w->number >= number;
    }
    if (!more) return;
    long path = this ? table_put(&c->table, this->path, strlen(this->path) + 1) : other;
    ADD(&c->table, "watch a file", number, SYS_inotify_add_watch, file->fd, path, this ? (long)this->mask : SOMETHING);
    if (!this) ADD(&c->table, "watch a file no more", 0, SYS_inotify_rm_watch, file->fd, number);
  }
}

static void set_options(struct child *c, long fd, const struct frozen_socket *s) {
  for (int i = 0; i < SOCKET_OPTIONS; i++) {
    bool buffer = socket_options[i][0] == SOL_SOCKET && socket_options[i][1] == SO_RCVBUF;
    /* The buffer of a stream adapts itself; the kernel reports twice what was asked for. */
    int value = buffer ? s->options[i] / 2 : s->options[i];
    if (!s->has[i] || (buffer && s->type == SOCK_STREAM)) continue;
    long at = table_put(&c->table, &value, sizeof value);
    ADD(&c->table, "set an option of a socket", MAYBE, SYS_setsockopt, fd, socket_options[i][0], socket_options[i][1], at,
        sizeof value);
  }
}

static void new_socket(struct child *c, const struct frozen_file *file, int flags) {
  ADD(&c->table, "make a socket", c->free[0], SYS_socket, file->socket.domain, file->socket.type | SOCK_CLOEXEC | flags, 0);
}

/* At the same port, which its template has released. */
static void bound(struct child *c, const struct frozen_file *file) {
  const struct frozen_socket *s = &file->socket;
  new_socket(c, file, file->flags & O_NONBLOCK);
  set_options(c, c->free[0], s);
  long at = table_put(&c->table, &s->local, sizeof s->local);
  ADD(&c->table, "use its port", 0, SYS_bind, c->free[0], at, s->local_size);
  if (file->kind == LISTENER) ADD(&c->table, "listen at its port", 0, SYS_listen, c->free[0], SOMAXCONN);
  place(c, c->free[0], file);
}

/* Whoever is at the other end is gone for this child: a connection that has ended. */
static void ended(struct child *c, const struct frozen_file *file) {
  static const int none[2];
  long at = table_put(&c->table, none, sizeof none);
  ADD(&c->table, "end a connection", 0, SYS_socketpair, AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, at);
  place(c, c->free[0], file);
  ADD(&c->table, "close a descriptor", 0, SYS_close, c->free[1]);
}

static void kept(struct child *c, const struct frozen_file *file) {
  (void)c;
  (void)file;
}

static void (*const renew[])(struct child *, const struct frozen_file *) = {
    [KEPT] = kept,         [REGULAR] = regular, [EVENTS] = events,    [COUNTER] = counter,  [PIPE] = pipe_ends,
    [NOTIFIER] = notifier, [LISTENER] = bound,  [CONNECTION] = ended, [DATAGRAMS] = bound,
};

static void find_free(struct child *c) {
  int found = 0;
  for (long fd = 0; found < 2; fd++) {
    bool used = false;
    for ALL (struct frozen_file, file, c->of->files) used |= file->fd == fd;
    if (!used) c->free[found++] = fd;
  }
}

/* Its files are copies of the template's, so nothing that it writes is seen by others. */
static void renew_mappings(struct child *c) {
  const struct frozen_mapping *clock = NULL;
  for ALL (struct frozen_mapping, m, c->of->mappings) {
    if (!m->path) clock = m;
    if (!m->path) continue;
    open_file(c, m->path, (m->protection & PROT_WRITE ? O_RDWR : O_RDONLY) | O_CLOEXEC);
    ADD(&c->table, "map a file again", (int64_t)m->start, SYS_mmap, (long)m->start, (long)(m->end - m->start),
        m->protection, MAP_SHARED | MAP_FIXED, c->free[0], (long)m->offset);
    ADD(&c->table, "close a descriptor", 0, SYS_close, c->free[0]);
  }
  /* The clock is made by the child, because one with its own host name cannot open the launcher's files. */
  long name = table_put(&c->table, "vclock", 7);
  ADD(&c->table, "make its clock", c->free[0], SYS_memfd_create, name, MFD_CLOEXEC);
  ADD(&c->table, "make its clock", 0, SYS_ftruncate, c->free[0], 4096);
  ADD(&c->table, "map its clock", (int64_t)clock->start, SYS_mmap, (long)clock->start, 4096, clock->protection,
      MAP_SHARED | MAP_FIXED, c->free[0], 0);
}

static void make_threads(struct child *c) {
  c->first_clone = buffer_size(&c->table.steps) / sizeof(struct step);
  for (size_t i = 1; i < threads(c); i++) {
    long at = (long)thread(c, i)->libc_id;
    long flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM | CLONE_PTRACE;
    if (at) flags |= CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID;
    /* The child's address is the fourth or, on arm64, the fifth argument. */
    ADD(&c->table, "make a thread", ANY, SYS_clone, flags, 0, at, at, at);
  }
}

static bool begin_renewal(struct child *c) {
  const struct frozen_thread *first = thread(c, 0);
  find_free(c);
  if (first->libc_id) ADD(&c->table, "be told its id", ANY, SYS_set_tid_address, (long)first->libc_id);
  if (first->robust_list)
    ADD(&c->table, "set its robust list", 0, SYS_set_robust_list, (long)first->robust_list, (long)first->robust_size);
  ADD(&c->table, "end with the launcher", 0, SYS_prctl, PR_SET_PDEATHSIG, SIGKILL);
  for ALL (struct frozen_file, file, c->of->files) renew[file->kind](c, file);
  renew_mappings(c);
  make_threads(c);
  return table_begin(&c->table, c->memory, c->born->pid);
}

static bool take_clock(struct child *c) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/fd/%ld", c->born->pid, c->free[0]);
  c->born->page_fd = open(path, O_RDWR | O_CLOEXEC);
  if (c->born->page_fd < 0) return refuse(c->of, "its clock cannot be opened: %s", strerror(errno));
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, c->born->page_fd, 0);
  if (page == MAP_FAILED) return refuse(c->of, "its clock cannot be mapped: %s", strerror(errno));
  c->born->page = page;
  *c->born->page = c->of->page;
  return true;
}

static bool end_renewal(struct child *c) {
  bool done = table_end_in(&c->table, c->memory, c->born->pid);
  for (size_t i = 1; i < threads(c); i++) {
    long id = table_result(&c->table, c->first_clone + i - 1);
    if (id > 0) buffer_append(&c->tids, &(pid_t){(pid_t)id}, sizeof(pid_t));
  }
  int status;
  for (size_t i = 1; done && i < threads(c); i++)
    done = thread_stops(*tid(c, i), &status) || refuse(c->of, "a thread has ended");
  for (size_t i = 0; done && i < threads(c); i++) {
    uint64_t id = (uint64_t)*tid(c, i);
    const struct frozen_thread *t = thread(c, i);
    done = (memory_write(c->memory, t->go_id, &id, 8) && (!t->libc_id || memory_write(c->memory, t->libc_id, &id, 4))) ||
           refuse(c->of, "its memory cannot be written: %s", strerror(errno));
  }
  return done && take_clock(c);
}

/* ---- what each thread does for itself ---- */

static bool renew_threads(struct child *c) {
  for (size_t i = 1; i < threads(c); i++) {
    const struct frozen_thread *t = thread(c, i);
    table_clear(&c->table);
    long stack = table_put(&c->table, &t->signal_stack, sizeof t->signal_stack);
    if (!(t->signal_stack.ss_flags & SS_DISABLE))
      ADD(&c->table, "set a signal stack", 0, SYS_sigaltstack, stack, 0);
    if (t->rseq.rseq_abi_pointer)
      ADD(&c->table, "register restartable sequences", 0, SYS_rseq, (long)t->rseq.rseq_abi_pointer,
          t->rseq.rseq_abi_size, t->rseq.flags, t->rseq.signature);
    if (t->robust_list)
      ADD(&c->table, "set its robust list", 0, SYS_set_robust_list, (long)t->robust_list, (long)t->robust_size);
    if (buffer_size(&c->table.calls) &&
        (!table_begin(&c->table, c->memory, *tid(c, i)) || !table_end_in(&c->table, c->memory, *tid(c, i))))
      return false;
  }
  return true;
}

/* ---- connections between programs ---- */

static bool same_address(const struct sockaddr_storage *a, const struct sockaddr_storage *b) {
  const struct sockaddr_in *x = (const void *)a, *y = (const void *)b;
  return x->sin_family == AF_INET && y->sin_family == AF_INET && x->sin_port == y->sin_port &&
         x->sin_addr.s_addr == y->sin_addr.s_addr;
}

static const struct frozen_file *listener_at(const struct child *c, const struct sockaddr_storage *address) {
  for ALL (struct frozen_file, file, c->of->files)
    if (file->kind == LISTENER && same_address(&file->socket.local, address)) return file;
  return NULL;
}

static bool run(struct child *c) {
  return table_begin(&c->table, c->memory, c->born->pid) && table_end_in(&c->table, c->memory, c->born->pid);
}

/* One after the other, so that it is known which one is accepted. */
static bool connect_both(struct child *from, const struct frozen_file *a, struct child *to, const struct frozen_file *b,
                         const struct frozen_file *listener) {
  static const struct sockaddr_storage none;
  struct sockaddr_storage connector, accepted;
  table_clear(&from->table);
  new_socket(from, a, 0);
  set_options(from, from->free[0], &a->socket);
  long size = table_put(&from->table, &(uint32_t){sizeof none}, sizeof(uint32_t));
  long own = table_put(&from->table, &none, sizeof none);
  long at = table_put(&from->table, &listener->socket.local, sizeof none);
  ADD(&from->table, "connect", 0, SYS_connect, from->free[0], at, listener->socket.local_size);
  ADD(&from->table, "read its address", 0, SYS_getsockname, from->free[0], own, size);
  ADD(&from->table, "set flags", 0, SYS_fcntl, from->free[0], F_SETFL, O_RDWR | (a->flags & O_NONBLOCK));
  place(from, from->free[0], a);
  if (!run(from)) return false;
  memcpy(&connector, table_data(&from->table, own), sizeof connector);

  table_clear(&to->table);
  size = table_put(&to->table, &(uint32_t){sizeof none}, sizeof(uint32_t));
  at = table_put(&to->table, &none, sizeof none);
  ADD(&to->table, "accept", to->free[0], SYS_accept4, listener->fd, at, size, (b->flags & O_NONBLOCK) | SOCK_CLOEXEC);
  set_options(to, to->free[0], &b->socket);
  place(to, to->free[0], b);
  if (!run(to)) return false;
  memcpy(&accepted, table_data(&to->table, at), sizeof accepted);
  return same_address(&connector, &accepted) || refuse(to->of, "another process has connected to it");
}

static bool connect_again(struct child *children, size_t count) {
  for (struct child *x = children; x < children + count; x++)
    for ALL (struct frozen_file, a, x->of->files)
      for (struct child *y = children; y < children + count && a->kind == CONNECTION; y++)
        for ALL (struct frozen_file, b, y->of->files) {
          if (b->kind != CONNECTION || !same_address(&a->socket.local, &b->socket.peer) ||
              !same_address(&a->socket.peer, &b->socket.local))
            continue;
          const struct frozen_file *listener = listener_at(y, &b->socket.local);
          if (listener && !connect_both(x, a, y, b, listener)) return false;
          if (!listener && !listener_at(x, &a->socket.local))
            return refuse(x->of, "it is connected to a server that does not listen any more");
        }
  return true;
}

/* ---- the end: who waits for what, and registers ---- */

/* A file that is placed after it was registered would be unknown, so this comes last. */
static bool renew_waits(struct child *c) {
  table_clear(&c->table);
  for ALL (struct frozen_wait, w, c->of->waits) {
    struct epoll_event e = {.events = w->events, .data.u64 = w->data};
    long at = table_put(&c->table, &e, sizeof e);
    ADD(&c->table, "wait for a file", 0, SYS_epoll_ctl, w->epoll, EPOLL_CTL_ADD, w->fd, at);
  }
  return run(c);
}

static bool let_go(struct child *c) {
  for (size_t i = 0; i < threads(c); i++) {
    const struct frozen_thread *t = thread(c, i);
    bool set = registers_set(*tid(c, i), &t->regs);
    for (int k = 0; arch_register_sets[k] && set; k++) {
      struct iovec all = {t->sets[k].bytes, t->sets[k].size};
      set = !ptrace(PTRACE_SETREGSET, *tid(c, i), arch_register_sets[k], &all);
    }
    if (!set || ptrace(PTRACE_SETSIGMASK, *tid(c, i), sizeof t->signal_mask, &t->signal_mask))
      return refuse(c->of, "its registers cannot be set: %s", strerror(errno));
  }
  for (size_t i = threads(c); i-- > 0;)
    if (ptrace(PTRACE_DETACH, *tid(c, i), 0, 0)) return refuse(c->of, "it cannot continue: %s", strerror(errno));
  return true;
}

static bool bear(struct child *c) {
  struct frozen *f = c->of;
  long pid = call_in(f, f->pid, &thread(c, 0)->regs, (const long[7]){SYS_clone, CLONE_PARENT | CLONE_PTRACE | SIGCHLD});
  if (pid <= 0) return refuse(f, "it cannot fork: %s", strerror((int)-pid));
  c->born->pid = (pid_t)pid;
  buffer_append(&c->tids, &c->born->pid, sizeof(pid_t));
  char path[64];
  int status;
  snprintf(path, sizeof path, "/proc/%ld/mem", pid);
  if (!thread_stops(c->born->pid, &status)) return refuse(f, "its child has ended");
  c->memory = open(path, O_RDWR | O_CLOEXEC);
  return c->memory >= 0 || refuse(f, "its memory cannot be opened: %s", strerror(errno));
}

static bool make(struct child *children, size_t count, struct frozen **culprit) {
#define EACH(step)                                          \
  for (struct child *c = children; c < children + count; c++) { \
    *culprit = c->of;                                       \
    if (!step(c)) return false;                             \
  }
  EACH(bear)
  EACH(begin_renewal)
  EACH(end_renewal)
  /* The clock's descriptor was the child's own until now. */
  for (struct child *c = children; c < children + count; c++) {
    table_clear(&c->table);
    ADD(&c->table, "close a descriptor", 0, SYS_close, c->free[0]);
  }
  EACH(run)
  EACH(renew_threads)
  for (struct child *c = children; c < children + count; c++) c->of->why[0] = 0;
  if (!connect_again(children, count)) {
    for (struct child *c = children; c < children + count; c++)
      if (c->of->why[0]) *culprit = c->of;
    return false;
  }
  EACH(renew_waits)
  EACH(let_go)
  return true;
}

static void give_up(struct child *c) {
  struct buffer ids = {0};
  for ALL (pid_t, id, c->tids) {
    struct frozen_thread t = {.tid = *id};
    buffer_append(&ids, &t, sizeof t);
  }
  if (c->born->pid) threads_end(c->born->pid, &ids);
  if (c->born->page) munmap(c->born->page, 4096);
  if (c->born->page_fd >= 0) close(c->born->page_fd);
  *c->born = (struct born){.page_fd = -1};
  buffer_free(&ids);
}

bool fork_all(struct frozen *programs, struct born *born, struct buffer *why) {
  size_t count = 0;
  for (struct frozen *f = programs; f; f = f->next) count++;
  struct child *children = need(calloc(count, sizeof *children));
  struct frozen *culprit = programs;
  size_t i = 0;
  for (struct frozen *f = programs; f; f = f->next, i++) {
    born[i] = (struct born){.page_fd = -1};
    children[i] = (struct child){.of = f, .born = &born[i], .memory = -1, .table.of = f};
  }
  bool made = make(children, count, &culprit);
  if (!made) buffer_printf(why, "%s: %s", culprit->as.name, culprit->why);
  for (struct child *c = children; c < children + count; c++) {
    if (!made) give_up(c);
    if (c->memory >= 0) close(c->memory);
    buffer_free(&c->tids);
    table_free(&c->table);
  }
  free(children);
  return made;
}
