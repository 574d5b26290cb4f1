package io.firedrill.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** The kinds of generators. */
final class GeneratorKinds {

  private GeneratorKinds() {}

  /** Always the same value. */
  record Steady(double value) implements Generator {
    @Override
    public List<Optional<SampleValue>> values(Duration interval, int count) {
      return each(count, i -> value);
    }
  }

  /**
   * A straight line, and its last value from then on.
   *
   * @param from the first value
   * @param to the value when {@code over} has passed
   * @param over the duration of the line, more than zero
   */
  record Ramp(double from, double to, Duration over) implements Generator {
    @Override
    public List<Optional<SampleValue>> values(Duration interval, int count) {
      double whole = over.toMillis();
      return each(
          count,
          i -> {
            double passed = (double) interval.toMillis() * i;
            return passed >= whole ? to : from + (to - from) * passed / whole;
          });
    }
  }

  /**
   * A sudden change, which may end.
   *
   * @param from the value before
   * @param to the value from {@code at} on
   * @param at the time of the change, relative to the generator's start
   * @param until the time at which the first value returns, if it does
   */
  record Drop(double from, double to, Duration at, Optional<Duration> until) implements Generator {
    @Override
    public List<Optional<SampleValue>> values(Duration interval, int count) {
      return each(
          count,
          i -> {
            Duration passed = interval.multipliedBy(i);
            boolean back = until.filter(end -> passed.compareTo(end) >= 0).isPresent();
            return passed.compareTo(at) < 0 || back ? from : to;
          });
    }
  }

  /**
   * Uniformly distributed random values; the same on every machine for the same seed.
   *
   * @param around the middle
   * @param amplitude the largest distance from the middle
   * @param seed chooses the values
   */
  record Noise(double around, double amplitude, long seed) implements Generator {
    @Override
    public List<Optional<SampleValue>> values(Duration interval, int count) {
      Random random = new Random(seed);
      return each(count, i -> around + amplitude * (2 * random.nextDouble() - 1));
    }
  }

  /** No values. */
  record Gap() implements Generator {
    @Override
    public List<Optional<SampleValue>> values(Duration interval, int count) {
      return Collections.nCopies(count, Optional.empty());
    }
  }

  private static List<Optional<SampleValue>> each(int count, IntToDoubleFunction value) {
    List<Optional<SampleValue>> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(Optional.of(SampleValue.of(value.applyAsDouble(i))));
    }
    return values;
  }
}
