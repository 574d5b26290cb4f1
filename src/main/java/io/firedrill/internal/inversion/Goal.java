package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.BinaryOperator;

/**
 * What a part of an expression is to return: a value, which a comparison above it requires.
 *
 * @param wanted what is wanted
 * @param range the values that satisfy the comparison, as it sees them
 * @param pick the chosen one of them
 * @param factor this part's value is {@code shift + factor * (the value that the comparison sees)}
 */
record Goal(Wanted wanted, Interval range, double pick, double factor, Line shift) {

  /** What is wanted. */
  enum Wanted {
    /** An element with a value of the range. */
    VALUE,
    /** An element with any value. */
    ANY,
    /** No element. */
    NOTHING
  }

  static final Goal ANY = new Goal(Wanted.ANY, Interval.ALL, 1, 1, Line.ZERO);
  static final Goal NOTHING = new Goal(Wanted.NOTHING, Interval.ALL, 1, 1, Line.ZERO);

  static Goal value(Interval range, double pick) {
    return new Goal(Wanted.VALUE, range, pick, 1, Line.ZERO);
  }

  static Goal exactly(double value) {
    return value(Interval.of(value), value);
  }

  static Goal exactly(Line line) {
    return new Goal(Wanted.VALUE, Interval.of(0), 0, 1, line);
  }

  boolean isAny() {
    return wanted == Wanted.ANY;
  }

  boolean isNothing() {
    return wanted == Wanted.NOTHING;
  }

  /** The chosen value of this part. */
  Line target() {
    return shift.plus(Line.constant(factor * pick));
  }

  double value() {
    return target().level();
  }

  /** Whether a value of this part satisfies the comparison. */
  boolean allows(double value) {
    return wanted == Wanted.ANY
        || wanted == Wanted.VALUE
            && factor != 0
            && range.contains(NiceNumbers.clean((value - shift.level()) / factor));
  }

  boolean isPlain() {
    return factor == 1 && shift.equals(Line.ZERO);
  }

  Goal times(double by) {
    return wanted == Wanted.VALUE
        ? new Goal(wanted, range, pick, factor * by, shift.times(by))
        : this;
  }

  Goal plus(Line by) {
    return wanted == Wanted.VALUE ? new Goal(wanted, range, pick, factor, shift.plus(by)) : this;
  }

  /** The bound of the range, as this part's value; 0 if there is none. */
  double bound() {
    double bound = Double.isInfinite(range.low()) ? range.high() : range.low();
    return Double.isInfinite(bound) ? 0 : shift.level() + factor * bound;
  }

  /** The values that satisfy a comparison, and one just beyond the bound. */
  static Goal satisfying(BinaryOperator operator, double bound, double margin) {
    Interval range = Interval.where(operator, bound);
    return value(range, range.pick(margin));
  }

  /** The values that do not satisfy a comparison, and the nearest, or a healthy one. */
  static Goal violating(BinaryOperator operator, double bound, Style style, double margin) {
    Interval range = Interval.where(operator.negated(), bound);
    double pick = style == Style.NEAR ? range.pick(margin) : Healthy.value(operator, bound, range);
    return value(range, pick);
  }
}
