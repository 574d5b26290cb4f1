package io.firedrill.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Wall-clock times, in nanoseconds. */
final class Times {

  private Times() {}

  static long median(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** The median of some measurements, in milliseconds. */
  static long medianMillis(int runs, Supplier<Long> measurement) {
    return millis(median(IntStream.range(0, runs).mapToObj(i -> measurement.get()).toList()));
  }

  static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
