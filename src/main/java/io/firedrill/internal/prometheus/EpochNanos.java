package io.firedrill.internal.prometheus;

import java.time.Instant;

/** Nanoseconds since 1970 in a long, as Go counts them: the years 1677 to 2262. */
final class EpochNanos {

  private EpochNanos() {}

  static long of(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
  }
}
