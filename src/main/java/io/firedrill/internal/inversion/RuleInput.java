package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Expr;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What an input is sought for.
 *
 * @param expr the expression of an alerting rule
 * @param pending its {@code for}
 * @param keepFiring its {@code keep_firing_for}
 * @param interval the time between two evaluations
 * @param evaluation the evaluation interval of the test, for groups without their own
 * @param step the time between two samples
 * @param start when tests start if it does not matter to the rule
 * @param settling how long the test lasts after the alert, for notifications
 * @param wantedLabels labels that its templates use
 */
public record RuleInput(
    Expr expr,
    Duration pending,
    Duration keepFiring,
    Duration interval,
    Duration evaluation,
    Duration step,
    Instant start,
    Duration settling,
    Set<String> wantedLabels) {}
