/**
 * Recorded data, as replays take it: OpenMetrics dumps, answers of Prometheus's {@code query_range}
 * and CSV, read as streams and kept in little memory. Imports {@code model}, {@code series} and
 * {@code source}; the JSON library's types stay inside. Times are the recording's own.
 */
package io.firedrill.internal.recording;
