package io.firedrill.internal.recording;

/** The format of a file with recorded data. */
public enum RecordingFormat {
  /**
   * OpenMetrics text, or Prometheus's older exposition text, with timestamps, as {@code promtool
   * tsdb dump-openmetrics} writes it.
   */
  OPENMETRICS,
  /** The answer of Prometheus's {@code /api/v1/query_range}, JSON. */
  QUERY_RANGE,
  /** Comma-separated values with a header line. */
  CSV
}
