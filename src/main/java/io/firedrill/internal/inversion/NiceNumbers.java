package io.firedrill.internal.inversion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a person would choose them. */
final class NiceNumbers {

  private static final int SMALL = 10;
  private static final double STEP = 0.05;

  private NiceNumbers() {}

  private static boolean isSmallInteger(double value) {
    return value == Math.rint(value) && Math.abs(value) < SMALL;
  }

  /** A number somewhat above another: the next integer, or 5 % more for each step. */
  static double above(double bound, double steps) {
    if (isSmallInteger(bound)) {
      return bound + Math.rint(steps);
    }
    double step = Math.abs(bound) * STEP * steps;
    // Ratios and percentages stay below 100 %.
    for (double whole : new double[] {1, 100}) {
      if (bound > whole / 2 && bound < whole) {
        step = Math.min(step, (whole - bound) / 2);
      }
    }
    return rounded(bound + step, bound, Double.POSITIVE_INFINITY);
  }

  /** A number somewhat below another. */
  static double below(double bound, double steps) {
    if (isSmallInteger(bound) && bound != 0) {
      return bound - Math.rint(steps);
    }
    if (bound == 0) {
      return -Math.rint(steps);
    }
    return rounded(
        bound - Math.abs(bound) * Math.min(0.9, STEP * steps), Double.NEGATIVE_INFINITY, bound);
  }

  /** A number between two others. */
  static double between(double low, double high) {
    double middle = low + (high - low) / 2;
    if (Math.floor(low) + 1 < high && Math.floor(low) + 1 > low) {
      double integer = Math.rint(middle);
      if (integer > low && integer < high) {
        return integer;
      }
    }
    return rounded(middle, low, high);
  }

  /** The number with the fewest digits near another and strictly between two bounds. */
  static double rounded(double value, double low, double high) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    for (int digits = 1; digits < 16; digits++) {
      double candidate =
          new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP)).doubleValue();
      boolean near = Math.abs(candidate - value) <= Math.abs(value) * 0.011;
      if (near && candidate > low && candidate < high) {
        return candidate;
      }
    }
    return value;
  }

  /** Without the noise of floating point. */
  static double clean(double value) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    return new BigDecimal(value).round(new MathContext(12)).doubleValue();
  }

  /** As in a file: without an exponent, and without trailing zeros. */
  static String text(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    return new BigDecimal(Double.toString(clean(value))).stripTrailingZeros().toPlainString();
  }
}
