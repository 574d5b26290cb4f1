/* Interprets the system call that a thread is in. */
#include <sys/syscall.h>

#include "vclock.h"

enum thread_sleep call_classify(long call, const unsigned long args[6], int *timeout_ms) {
  switch (call) {
    case SYS_epoll_pwait:
      *timeout_ms = (int)args[3];
      return *timeout_ms < 0 ? SLEEP_UNTIMED : SLEEP_TIMED;
    case SYS_nanosleep:
    case SYS_clock_nanosleep:
      return SLEEP_REAL;
    case SYS_futex:
      return args[3] ? SLEEP_REAL : SLEEP_UNTIMED;
    case SYS_restart_syscall:
    case SYS_rt_sigtimedwait:
    case SYS_rt_sigsuspend:
    case SYS_ppoll:
    case SYS_pselect6:
    case SYS_accept:
    case SYS_accept4:
    case SYS_wait4:
    case SYS_waitid:
      return SLEEP_UNTIMED;
    default:
      return SLEEP_NONE;
  }
}

const char *call_name(long call) {
  static const struct {
    long number;
    const char *name;
  } names[] = {
      {SYS_read, "read"},           {SYS_write, "write"},         {SYS_pread64, "pread"},
      {SYS_pwrite64, "pwrite"},     {SYS_fsync, "fsync"},         {SYS_fdatasync, "fdatasync"},
      {SYS_openat, "openat"},       {SYS_connect, "connect"},     {SYS_sendto, "sendto"},
      {SYS_recvfrom, "recvfrom"},   {SYS_futex, "futex"},         {SYS_epoll_pwait, "epoll_pwait"},
      {SYS_nanosleep, "nanosleep"}, {SYS_mmap, "mmap"},           {SYS_munmap, "munmap"},
      {SYS_madvise, "madvise"},     {SYS_fallocate, "fallocate"}, {SYS_ftruncate, "ftruncate"},
      {SYS_renameat, "renameat"},   {SYS_unlinkat, "unlinkat"},   {SYS_getdents64, "getdents"},
      {SYS_msync, "msync"},         {SYS_sync, "sync"},           {SYS_flock, "flock"},
      {SYS_fcntl, "fcntl"},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].number == call) return names[i].name;
  return NULL;
}
