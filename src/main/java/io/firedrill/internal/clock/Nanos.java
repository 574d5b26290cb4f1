package io.firedrill.internal.clock;

import java.time.Instant;

/**
 * Converts instants to the protocol's form: nanoseconds since 1970-01-01T00:00:00Z, which may be
 * negative.
 */
final class Nanos {

  private static final long PER_SECOND = 1_000_000_000;

  private Nanos() {}

  static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano());
  }

  static Instant toInstant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
  }
}
