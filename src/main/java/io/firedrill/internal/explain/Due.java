package io.firedrill.internal.explain;

import java.time.Duration;
import java.time.Instant;

/** When something is due, and whether the run reaches that time. */
final class Due {

  private Due() {}

  static String text(Case one, Instant due) {
    Instant end = one.evidence().end();
    return due.isAfter(end)
        ? one.text(due) + ", after the end of the run at " + one.text(end)
        : one.text(due);
  }

  /** The first flush of a group at or after an instant, which follows one of its flushes. */
  static Instant flush(GroupFlush last, Instant from) {
    if (!from.isAfter(last.time())) {
      return last.time();
    }
    Duration interval = last.route().groupInterval();
    long flushes = Duration.between(last.time(), from).minusNanos(1).dividedBy(interval) + 1;
    return last.time().plus(interval.multipliedBy(flushes));
  }
}
