package io.firedrill.model;

/** The value of a series at one time: a number, a native histogram, or a staleness marker. */
public sealed interface SampleValue {

  /** A float sample. */
  record Number(double value) implements SampleValue {}

  /** A staleness marker: the series has ended, at least for now. */
  record Stale() implements SampleValue {}

  /** A native histogram sample. */
  record Histogram(NativeHistogram histogram) implements SampleValue {}

  /** A float sample. */
  static SampleValue of(double value) {
    return new Number(value);
  }

  /** A native histogram sample. */
  static SampleValue of(NativeHistogram histogram) {
    return new Histogram(histogram);
  }

  /** A staleness marker. */
  static SampleValue stale() {
    return new Stale();
  }
}
