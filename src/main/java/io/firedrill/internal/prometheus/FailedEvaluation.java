package io.firedrill.internal.prometheus;

import java.time.Instant;

/**
 * A rule's evaluation that failed.
 *
 * @param time the server's clock, virtual: the evaluation's timestamp or up to a millisecond later
 * @param rule the rule, as the user wrote it
 * @param message Prometheus's error message
 */
public record FailedEvaluation(Instant time, Rule rule, String message) {}
