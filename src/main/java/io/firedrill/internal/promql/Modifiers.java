package io.firedrill.internal.promql;

import java.time.Instant;
import java.util.Optional;

/**
 * At which time a selector or a subquery reads, and how it treats the ends of that time.
 *
 * @param offset how much earlier; negative = later
 * @param at the time that {@code @} gives, in place of that of the evaluation
 * @param edges what a selector does at the ends of its time
 */
public record Modifiers(Optional<DurationExpr> offset, Optional<At> at, Edges edges) {

  /** No modifiers. */
  public static final Modifiers NONE =
      new Modifiers(Optional.empty(), Optional.empty(), Edges.SAMPLES);

  /** The time that {@code @} gives. */
  public sealed interface At {}

  /** {@code @ 1609746000}. */
  public record Timestamp(Instant time) implements At {}

  /** {@code @ start()} and {@code @ end()}: for a rule, the time of its evaluation. */
  public enum QueryBound implements At {
    START,
    END
  }

  /** What a selector does at the ends of its time. */
  public enum Edges {
    /** It takes the samples that lie within. */
    SAMPLES,
    /** It takes the last sample before each end as the value at that end. */
    ANCHORED,
    /** It interpolates the values at the ends. */
    SMOOTHED
  }

  Modifiers withOffset(DurationExpr changed) {
    return new Modifiers(Optional.of(changed), at, edges);
  }

  Modifiers withAt(At changed) {
    return new Modifiers(offset, Optional.of(changed), edges);
  }

  Modifiers withEdges(Edges changed) {
    return new Modifiers(offset, at, changed);
  }
}
