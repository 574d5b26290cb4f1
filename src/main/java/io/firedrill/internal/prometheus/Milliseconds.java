package io.firedrill.internal.prometheus;

import java.time.Duration;
import java.time.Instant;

/** Rejects times that are not whole milliseconds, the precision of Prometheus. */
final class Milliseconds {

  private Milliseconds() {}

  static void require(Instant time) {
    if (time.getNano() % 1_000_000 != 0) {
      throw new IllegalArgumentException("not a whole number of milliseconds: " + time);
    }
  }

  static void require(Duration interval) {
    if (interval.getNano() % 1_000_000 != 0 || interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("not a positive number of milliseconds: " + interval);
    }
  }
}
