package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.BinaryOperator;

/** Values of a healthy system, which a threshold does not concern. */
final class Healthy {

  private Healthy() {}

  /** A value for which {@code x operator bound} clearly does not hold. */
  static double value(BinaryOperator operator, double bound, Interval range) {
    double found =
        switch (operator) {
          case GREATER, GREATER_OR_EQUAL -> lower(bound);
          case LESS, LESS_OR_EQUAL -> higher(bound);
          case EQUAL -> bound == 0 ? 1 : bound == 1 ? 0 : bound + 1;
          default -> bound;
        };
    return range.contains(found) ? found : range.pick(0);
  }

  private static double lower(double bound) {
    if (bound > 0 && bound <= 1 && bound == Math.rint(bound) || bound == 0) {
      return 0;
    }
    return bound > 0
        ? NiceNumbers.rounded(bound / 2, Double.NEGATIVE_INFINITY, bound)
        : bound - Math.max(1, Math.abs(bound));
  }

  private static double higher(double bound) {
    if (bound < 0) {
      return 0;
    }
    if (bound == 0 || bound == 1) {
      return 1;
    }
    for (double whole : new double[] {1, 100}) {
      if (bound > whole / 2 && bound < whole) {
        return NiceNumbers.rounded((bound + whole) / 2, bound, whole);
      }
    }
    return bound * 2;
  }
}
