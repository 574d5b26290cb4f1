package io.firedrill.internal.recording;

/** What {@code NaN} in OpenMetrics text stands for. */
public enum NotANumber {
  /**
   * The end of the series: {@code promtool tsdb dump-openmetrics} writes staleness markers so, and
   * they are far more frequent than measured NaNs.
   */
  STALE,
  /** The value NaN. */
  NUMBER
}
