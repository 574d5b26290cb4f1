package io.firedrill.internal.replay;

import java.time.Instant;
import java.util.Map;

/**
 * An alert that the summary lists.
 *
 * @param labels its labels, {@code alertname} included
 * @param times how often it flapped, or fired
 * @param first when it first fired
 */
public record NotableAlert(Map<String, String> labels, int times, Instant first) {}
