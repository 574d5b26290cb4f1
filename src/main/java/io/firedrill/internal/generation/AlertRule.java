package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.RuleInput;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.promql.Expr;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An alerting rule to generate scenarios for.
 *
 * @param file its file
 * @param group its group
 * @param rule the rule
 * @param expr its expression
 * @param labels the labels that the rule and its group add; templates are not expanded
 * @param input what an input is sought for
 * @param interval its group's interval
 */
record AlertRule(
    Path file,
    RuleGroup group,
    Rule rule,
    Expr expr,
    Labels labels,
    RuleInput input,
    Duration interval) {

  String name() {
    return rule.name();
  }

  @Override
  public String toString() {
    return rule.name() + " (" + rule.position() + ")";
  }
}
