package io.firedrill.internal.prometheus;

import java.time.Duration;
import java.time.Instant;

/** Refuses times that Prometheus, which counts milliseconds, could not keep. */
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
