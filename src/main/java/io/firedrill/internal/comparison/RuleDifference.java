package io.firedrill.internal.comparison;

import java.time.Duration;
import java.util.List;

/**
 * A rule that could not be evaluated on one side only.
 *
 * @param change on which side: {@link Change#APPEARS} where it fails in the head
 * @param title which rule, when, and what Prometheus says
 */
public record RuleDifference(Change change, String title) implements EventDifference {

  /** Nothing: a failure is on one side only. */
  @Override
  public List<Part> parts() {
    return List.of();
  }

  /** Zero: the title tells the time. */
  @Override
  public Duration offset() {
    return Duration.ZERO;
  }
}
