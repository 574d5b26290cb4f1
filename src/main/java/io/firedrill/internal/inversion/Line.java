package io.firedrill.internal.inversion;

/**
 * A value that changes steadily with time.
 *
 * @param level the value at the start of the test
 * @param slope the change per second
 */
record Line(double level, double slope) {

  static final Line ZERO = new Line(0, 0);

  static Line constant(double value) {
    return new Line(value, 0);
  }

  Line plus(Line other) {
    return new Line(level + other.level, slope + other.slope);
  }

  Line minus(Line other) {
    return new Line(level - other.level, slope - other.slope);
  }

  Line times(double factor) {
    return new Line(level * factor, slope * factor);
  }

  boolean isConstant() {
    return slope == 0;
  }
}
