package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.BinaryOperator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values for which some comparisons hold.
 *
 * @param low the lower bound
 * @param lowIn whether it belongs to the interval
 * @param high the upper bound
 * @param highIn whether it belongs to the interval
 * @param not values that do not belong to it
 */
record Interval(double low, boolean lowIn, double high, boolean highIn, Set<Double> not) {

  static final Interval ALL =
      new Interval(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true, Set.of());

  static Interval of(double value) {
    return new Interval(value, true, value, true, Set.of());
  }

  /** The values x for which {@code x operator bound} holds. */
  static Interval where(BinaryOperator operator, double bound) {
    return switch (operator) {
      case GREATER -> new Interval(bound, false, ALL.high, true, Set.of());
      case GREATER_OR_EQUAL -> new Interval(bound, true, ALL.high, true, Set.of());
      case LESS -> new Interval(ALL.low, true, bound, false, Set.of());
      case LESS_OR_EQUAL -> new Interval(ALL.low, true, bound, true, Set.of());
      case EQUAL -> of(bound);
      case NOT_EQUAL -> new Interval(ALL.low, true, ALL.high, true, Set.of(bound));
      default -> ALL;
    };
  }

  Interval and(Interval other) {
    boolean lower = other.low > low || other.low == low && !other.lowIn;
    boolean higher = other.high < high || other.high == high && !other.highIn;
    return new Interval(
        lower ? other.low : low,
        lower ? other.lowIn : lowIn,
        higher ? other.high : high,
        higher ? other.highIn : highIn,
        Stream.concat(not.stream(), other.not.stream()).collect(Collectors.toUnmodifiableSet()));
  }

  boolean contains(double value) {
    return (value > low || lowIn && value == low)
        && (value < high || highIn && value == high)
        && !not.contains(value);
  }

  boolean isEmpty() {
    return low > high || low == high && !(lowIn && highIn && !not.contains(low));
  }

  /**
   * A value of the interval just beyond its bound.
   *
   * @param margin 0 = at the bound if it belongs to the interval; otherwise how far beyond, in
   *     multiples of the usual distance
   */
  double pick(double margin) {
    if (low == high) {
      return low;
    }
    double found;
    if (Double.isInfinite(low) && Double.isInfinite(high)) {
      found = not.contains(1.0) ? 0 : 1;
    } else if (Double.isInfinite(high)) {
      found = lowIn && margin == 0 ? low : NiceNumbers.above(low, Math.max(1, margin));
    } else if (Double.isInfinite(low)) {
      found = highIn && margin == 0 ? high : NiceNumbers.below(high, Math.max(1, margin));
    } else {
      found = NiceNumbers.between(low, high);
    }
    while (not.contains(found)) {
      found = found + 1;
    }
    return found;
  }
}
