package io.firedrill.internal.explain;

import java.time.Instant;

/** Formats when something is due, and whether the run reaches that time. */
final class Due {

  private Due() {}

  static String text(Case one, Instant due) {
    Instant end = one.evidence().end();
    return due.isAfter(end)
        ? one.text(due) + ", after the end of the run at " + one.text(end)
        : one.text(due);
  }
}
