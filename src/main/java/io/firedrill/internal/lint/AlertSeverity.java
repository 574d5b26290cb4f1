package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;

/** Every alert has a severity, which routes need. */
final class AlertSeverity implements RuleCheck {

  @Override
  public String name() {
    return "alert/severity";
  }

  @Override
  public String about() {
    return "Every alert has a label severity";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (RuleParts.isAlert(rule) && RuleParts.label(rule, "severity").isEmpty()) {
      findings.add(
          RuleParts.name(rule),
          RuleParts.called(rule) + " has no severity",
          "use labels: {severity: critical} for alerts that page somebody");
    }
  }
}
