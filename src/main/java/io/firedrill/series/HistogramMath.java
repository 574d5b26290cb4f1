package io.firedrill.series;

import io.firedrill.model.NativeHistogram;

/** Adds and subtracts native histograms the way Prometheus does. */
final class HistogramMath {
  private HistogramMath() {}

  static NativeHistogram add(NativeHistogram a, NativeHistogram b) {
    throw new IllegalArgumentException("not yet");
  }

  static NativeHistogram subtract(NativeHistogram a, NativeHistogram b) {
    throw new IllegalArgumentException("not yet");
  }
}
