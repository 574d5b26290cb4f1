package io.firedrill.drill;

import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.QueryOutcome;
import java.time.Instant;

/**
 * The result of an expression.
 *
 * @param expression PromQL
 * @param time the evaluation's virtual time
 * @param outcome the result, or why there is none
 * @param observed everything that the drill had observed
 */
public record QueryAnswer(
    String expression, Instant time, QueryOutcome outcome, Observed observed) {}
