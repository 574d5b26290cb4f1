package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.Severity;

/** Every alert has a description. */
final class AlertDescription implements RuleCheck {

  @Override
  public String name() {
    return "alert/description";
  }

  @Override
  public String about() {
    return "Every alert has an annotation description";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (RuleParts.isAlert(rule) && RuleParts.annotation(rule, "description").isEmpty()) {
      findings.add(
          RuleParts.name(rule),
          RuleParts.called(rule) + " has no description",
          "a sentence or two: what it means for whom, and how bad it is");
    }
  }
}
