package io.firedrill.internal.verdict;

/** Numbers as Prometheus writes them, with all their digits. */
public final class NumberText {

  private static final double EXACT_INTEGERS = 1L << 53;

  private NumberText() {}

  /** The number as text. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) <= EXACT_INTEGERS;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
