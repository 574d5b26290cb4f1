package io.firedrill.internal.inversion;

import java.util.OptionalDouble;

/**
 * How the values of a series run while a part of a test lasts.
 *
 * @param kind the form
 * @param level the value at the start of the test; empty = where the series is
 * @param slope the change per second; empty = none is required
 * @param size of other forms: the distance of their values, or a number of changes per second
 */
record Shape(Kind kind, OptionalDouble level, OptionalDouble slope, double size) {

  /** The form of a series. */
  enum Kind {
    /** A straight line. */
    LINE,
    /** No samples. */
    GONE,
    /** Values that change {@code size} times a second between {@code level} and 1 more. */
    CHANGING,
    /** A counter that restarts {@code size} times a second. */
    RESTARTING,
    /** Values alternately {@code size} above and below {@code level}. */
    SWINGING,
    /** One sample in so many seconds that {@code size} samples are there per second. */
    SPARSE,
    /** A native histogram whose observations are all near {@code level}, {@code slope} a second. */
    HISTOGRAM
  }

  static final Shape GONE = new Shape(Kind.GONE, OptionalDouble.empty(), OptionalDouble.empty(), 0);

  static Shape line(Line line) {
    return new Shape(
        Kind.LINE, OptionalDouble.of(line.level()), OptionalDouble.of(line.slope()), 0);
  }

  static Shape constant(double value) {
    return line(Line.constant(value));
  }

  static Shape slope(double perSecond) {
    return new Shape(Kind.LINE, OptionalDouble.empty(), OptionalDouble.of(perSecond), 0);
  }

  static Shape of(Kind kind, double level, double size) {
    return new Shape(kind, OptionalDouble.of(level), OptionalDouble.empty(), size);
  }

  static Shape histogram(double value, double perSecond) {
    return new Shape(Kind.HISTOGRAM, OptionalDouble.of(value), OptionalDouble.of(perSecond), 0);
  }

  /** Whether the values are a counter's: only their increase is given. */
  boolean isCounter() {
    return kind == Kind.LINE && level.isEmpty();
  }

  boolean isGone() {
    return kind == Kind.GONE;
  }
}
