package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.Span;
import io.firedrill.internal.source.PrometheusDuration;
import java.time.Duration;
import java.util.List;

/** Durations in expressions. */
final class Lengths {

  private Lengths() {}

  /** Twice and half as long. */
  static List<Duration> others(double seconds) {
    long millis = Math.round(seconds * 1000);
    return List.of(Duration.ofMillis(2 * millis), Duration.ofMillis(millis / 2));
  }

  static Replacement replacement(Span span, Duration other, String text) {
    String shown = PrometheusDuration.format(other);
    return new Replacement(span.start(), span, shown, span.of(text) + " becomes " + shown);
  }
}
