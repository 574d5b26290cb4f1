package io.firedrill.internal.suite;

import java.time.Instant;

/**
 * Alerts as Prometheus sends them in one request.
 *
 * @param time when, in virtual time
 * @param alerts the alerts, as JSON
 */
public record AlertBatch(Instant time, String alerts) {}
