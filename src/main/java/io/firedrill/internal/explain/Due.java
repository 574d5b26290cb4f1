package io.firedrill.internal.explain;

import java.time.Instant;

/** Writes when something is due, and whether the run gets there. */
final class Due {

  private Due() {}

  static String text(Case one, Instant due) {
    Instant end = one.evidence().end();
    return due.isAfter(end)
        ? one.text(due) + ", after the end of the run at " + one.text(end)
        : one.text(due);
  }
}
