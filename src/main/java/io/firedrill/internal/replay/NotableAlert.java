package io.firedrill.internal.replay;

import java.time.Instant;
import java.util.Map;

/**
 * An alert of which something is said.
 *
 * @param labels its labels, {@code alertname} included
 * @param times how often that happened
 * @param first when it first fired
 */
public record NotableAlert(Map<String, String> labels, int times, Instant first) {}
