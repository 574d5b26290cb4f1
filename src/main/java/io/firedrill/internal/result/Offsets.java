package io.firedrill.internal.result;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times relative to the start of a run. */
record Offsets(Instant start) {

  /** In seconds. */
  double of(Instant time) {
    return Duration.between(start, time).toMillis() / 1000.0;
  }

  /** Rounds down to seconds, because fractions depend on the machine. */
  Instant cut(Instant time) {
    return start.plus(Duration.between(start, time).truncatedTo(ChronoUnit.SECONDS));
  }
}
