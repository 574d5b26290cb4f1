package io.firedrill.internal.recording;

/** The meaning of {@code NaN} in OpenMetrics text. */
public enum NotANumber {
  /**
   * The series ends. {@code promtool tsdb dump-openmetrics} writes staleness markers as NaN, and
   * they are far more frequent than measured NaNs.
   */
  STALE,
  /** The value NaN. */
  NUMBER
}
