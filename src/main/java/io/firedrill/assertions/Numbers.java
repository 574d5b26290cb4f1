package io.firedrill.assertions;

import io.firedrill.internal.verdict.SampleComparison.Agreement;
import org.assertj.core.data.Offset;

/** Comparisons of numbers. Unlike in scenario files, NaN equals NaN. */
final class Numbers {

  private Numbers() {}

  static Agreement same() {
    return (expected, actual) ->
        expected == actual || Double.isNaN(expected) && Double.isNaN(actual);
  }

  static Agreement within(Offset<Double> offset) {
    return (expected, actual) -> {
      double distance = Math.abs(expected - actual);
      return same().test(expected, actual)
          || (offset.strict ? distance < offset.value : distance <= offset.value);
    };
  }
}
