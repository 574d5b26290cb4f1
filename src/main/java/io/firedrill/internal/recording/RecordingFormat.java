package io.firedrill.internal.recording;

/** How a file holds recorded data. */
public enum RecordingFormat {
  /**
   * OpenMetrics text, or Prometheus's older exposition text, with timestamps: what {@code promtool
   * tsdb dump-openmetrics} writes.
   */
  OPENMETRICS,
  /** The answer of Prometheus's {@code /api/v1/query_range}, JSON. */
  QUERY_RANGE,
  /** Comma-separated values with a header line. */
  CSV
}
