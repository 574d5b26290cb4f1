package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.PromqlExpectation;
import java.time.Duration;

/**
 * An expression that was evaluated.
 *
 * @param expression PromQL
 * @param time the virtual time since the start
 */
public record Query(String expression, Duration time) {

  static Query of(PromqlExpectation entry) {
    return new Query(entry.expr(), entry.evalTime());
  }

  /** The expression on one line, and cut where it is long. */
  public String text() {
    return ExprText.oneLine(expression);
  }

  /** {@code up == 0 at 5m}: as {@link #text}, with the time. */
  public String title(VirtualTime virtual) {
    return text() + " at " + virtual.text(time);
  }
}
