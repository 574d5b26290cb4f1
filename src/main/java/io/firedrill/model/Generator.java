package io.firedrill.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Generates the values of a series. */
public sealed interface Generator
    permits GeneratorKinds.Steady,
        GeneratorKinds.Ramp,
        GeneratorKinds.Drop,
        GeneratorKinds.Noise,
        GeneratorKinds.Gap {

  /**
   * The first values.
   *
   * @param interval the virtual time between two values
   * @param count the number of values
   */
  List<Optional<SampleValue>> values(Duration interval, int count);

  /** Always the same value. */
  static Generator steady(double value) {
    return new GeneratorKinds.Steady(value);
  }

  /**
   * A straight line from one value to another, and the last value from then on.
   *
   * @param over the duration of the line, more than zero
   */
  static Generator ramp(double from, double to, Duration over) {
    return new GeneratorKinds.Ramp(from, to, over);
  }

  /** A sudden and permanent change at a time. */
  static Generator drop(double from, double to, Duration at) {
    return new GeneratorKinds.Drop(from, to, at, Optional.empty());
  }

  /** A sudden change at one time, and back at another. */
  static Generator drop(double from, double to, Duration at, Duration until) {
    return new GeneratorKinds.Drop(from, to, at, Optional.of(until));
  }

  /**
   * Uniformly distributed random values; the same on every machine for the same seed.
   *
   * @param around the middle
   * @param amplitude the largest distance from the middle
   * @param seed chooses the values
   */
  static Generator noise(double around, double amplitude, long seed) {
    return new GeneratorKinds.Noise(around, amplitude, seed);
  }

  /** No values. */
  static Generator gap() {
    return new GeneratorKinds.Gap();
  }
}
