/**
 * Recorded data for replays: OpenMetrics dumps, answers of Prometheus's {@code query_range} and
 * CSV, read as streams and stored compactly. Times are those of the recording.
 */
package io.firedrill.internal.recording;
