package io.firedrill.internal.verdict;

import io.firedrill.internal.prometheus.Rule;
import java.time.Instant;

/**
 * A rule that could not be evaluated.
 *
 * @param evaluation the first evaluation that failed, virtual time
 * @param rule the rule
 * @param message what it failed with, in Prometheus's words
 */
public record FailedRule(Instant evaluation, Rule rule, String message) {}
