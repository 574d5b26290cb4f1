package io.firedrill.internal.verdict;

import io.firedrill.internal.source.PrometheusDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes virtual times: the offset from the start, and the date where there is one. */
public record VirtualTime(Instant start) {

  /** The time since the start. */
  public Duration offset(Instant time) {
    return Duration.between(start, time);
  }

  /** {@code 15m}, or with its date {@code 15m (2026-03-02T08:15:00Z)}. */
  public String text(Instant time) {
    return text(offset(time));
  }

  /** The same, of a time since the start. */
  public String text(Duration offset) {
    String text = PrometheusDuration.format(offset);
    return start.equals(Instant.EPOCH) ? text : text + " (" + start.plus(offset) + ")";
  }

  /** A time of arrival: what lies below the second depends on the machine. */
  public String arrival(Instant time) {
    return text(arrivalOffset(time));
  }

  /** The same, as an instant. */
  public Instant arrivalInstant(Instant time) {
    return start.plus(arrivalOffset(time));
  }

  Duration arrivalOffset(Instant time) {
    return floor(offset(time));
  }

  static Duration floor(Duration offset) {
    return offset.truncatedTo(ChronoUnit.SECONDS);
  }

  /** {@code at 10m}, {@code from 10m to 14m}. */
  public String window(Duration from, Duration to) {
    return from.equals(to) ? "at " + text(from) : "from " + text(from) + " to " + text(to);
  }
}
