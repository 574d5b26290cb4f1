package io.firedrill.internal.comparison;

import java.time.Duration;
import java.util.List;

/**
 * A rule that could not be evaluated, or something else that failed, on one side only.
 *
 * @param change {@link Change#APPEARS} if it fails in the head
 * @param title the rule, the time and Prometheus's error
 */
public record RuleDifference(Change change, String title) implements EventDifference {

  /** Empty, because a failure is on one side only. */
  @Override
  public List<Part> parts() {
    return List.of();
  }

  /** Zero, because the title has the time. */
  @Override
  public Duration offset() {
    return Duration.ZERO;
  }
}
