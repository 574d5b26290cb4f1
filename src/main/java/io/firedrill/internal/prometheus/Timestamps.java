package io.firedrill.internal.prometheus;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Converts times to and from the formats of Prometheus's API. */
final class Timestamps {

  private Timestamps() {}

  /** Milliseconds since 1970, rounded down, like all times in Prometheus's storage. */
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

  /** A duration in decimal seconds. */
  static Duration duration(BigDecimal seconds) {
    return Duration.ofNanos(seconds.movePointRight(9).longValue());
  }

  /** An RFC 3339 time; empty for no text and for Go's zero time, which means never. */
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
