package io.firedrill.internal.promql;

import java.time.Instant;
import java.util.Optional;

/**
 * The time at which a selector or a subquery reads, and how it treats the boundaries of its range.
 *
 * @param offset how much earlier; negative = later
 * @param at the time given by {@code @}, which replaces the time of the evaluation
 * @param edges how a selector treats the boundaries of its range
 */
public record Modifiers(Optional<DurationExpr> offset, Optional<At> at, Edges edges) {

  /** No modifiers. */
  public static final Modifiers NONE =
      new Modifiers(Optional.empty(), Optional.empty(), Edges.SAMPLES);

  /** The time given by {@code @}. */
  public sealed interface At {}

  /** {@code @ 1609746000}. */
  public record Timestamp(Instant time) implements At {}

  /** {@code @ start()} and {@code @ end()}: for a rule, the time of its evaluation. */
  public enum QueryBound implements At {
    START,
    END
  }

  /** How a selector treats the boundaries of its range. */
  public enum Edges {
    /** It reads the samples within the range. */
    SAMPLES,
    /** The value at a boundary is the last sample before it. */
    ANCHORED,
    /** The values at the boundaries are interpolated. */
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
