package io.firedrill.internal.comparison;

import java.time.Duration;

/** A shift in time. */
final class Shift {

  private Shift() {}

  /** {@code 5m later}, {@code 30s earlier}. */
  static String text(Duration base, Duration head) {
    Duration shift = head.minus(base);
    return Episode.text(shift.abs()) + (shift.isNegative() ? " earlier" : " later");
  }
}
