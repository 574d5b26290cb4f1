package io.firedrill.internal.result;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times since a run's start. */
record Offsets(Instant start) {

  /** In seconds. */
  double of(Instant time) {
    return Duration.between(start, time).toMillis() / 1000.0;
  }

  /** What lies below the second depends on the machine. */
  Instant cut(Instant time) {
    return start.plus(Duration.between(start, time).truncatedTo(ChronoUnit.SECONDS));
  }
}
