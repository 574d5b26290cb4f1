package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;

/** Every alert has a summary. */
final class AlertSummary implements RuleCheck {

  @Override
  public String name() {
    return "alert/summary";
  }

  @Override
  public String about() {
    return "Every alert has an annotation summary";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (RuleParts.isAlert(rule) && RuleParts.annotation(rule, "summary").isEmpty()) {
      findings.add(
          RuleParts.name(rule),
          RuleParts.called(rule) + " has no summary",
          "a line that says what is wrong, for a title or a short message");
    }
  }
}
