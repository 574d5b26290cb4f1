package io.firedrill.internal.inversion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An input that may make a rule's alert fire, or may just not.
 *
 * @param kind what is expected of it
 * @param start the start of the test, virtual time
 * @param isStartChosen whether the rule depends on the time
 * @param evaluation the evaluation interval, for groups without their own
 * @param step the time between two samples
 * @param series the series
 * @param begin when the decisive part begins, from the start
 * @param end when it ends, from the start
 * @param length the length of the test
 * @param condition the condition that it is about, as text; empty if all are met
 */
public record InputPlan(
    Kind kind,
    Instant start,
    boolean isStartChosen,
    Duration evaluation,
    Duration step,
    List<PlannedSeries> series,
    Duration begin,
    Duration end,
    Duration length,
    String condition) {

  /** What is expected of an input. */
  public enum Kind {
    /** The alert fires and is resolved. */
    FIRES,
    /** A condition is just not met: no alert. */
    NEAR_MISS,
    /** All conditions are met, but not long enough. */
    TOO_SHORT
  }

  /** The last evaluation of the decisive part, from the start. */
  public Duration decisive() {
    Duration last = end.minus(step);
    return evaluation.multipliedBy(last.dividedBy(evaluation));
  }

  public InputPlan {
    series = List.copyOf(series);
  }
}
