package io.firedrill.internal.prometheus;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The forms in which Prometheus's API writes times. */
final class Timestamps {

  private Timestamps() {}

  /** Milliseconds since 1970, rounded down; Prometheus stores no finer time. */
  static long millis(Instant time) {
    return time.toEpochMilli();
  }

  /** Decimal seconds since 1970, as a query's parameter. */
  static String seconds(Instant time) {
    return BigDecimal.valueOf(millis(time), 3).toPlainString();
  }

  /** A JSON number of seconds since 1970, to the millisecond. */
  static Instant fromSeconds(BigDecimal seconds) {
    return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }

  /** A duration that the API writes as seconds with a fraction. */
  static Duration duration(BigDecimal seconds) {
    return Duration.ofNanos(seconds.movePointRight(9).longValue());
  }

  /** An RFC 3339 time; empty for Go's zero time, which means never, and where there is none. */
  static Optional<Instant> parse(String rfc3339) {
    if (rfc3339.isEmpty() || rfc3339.startsWith("0001-01-01T")) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(rfc3339).toInstant());
    } catch (DateTimeException e) {
      throw new PrometheusException("time in Prometheus's answer", e);
    }
  }
}
