package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.Severity;
import java.util.regex.Pattern;

/** Recorded metrics are named level:metric:operations, as Prometheus's documentation recommends. */
final class RecordName implements RuleCheck {

  private static final Pattern FORM =
      Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*(?::[a-zA-Z0-9_]+){2,}");

  @Override
  public String name() {
    return "record/name";
  }

  @Override
  public String about() {
    return "Recorded metrics are named level:metric:operations";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (!RuleParts.isAlert(rule) && !FORM.matcher(rule.name()).matches()) {
      findings.add(
          RuleParts.name(rule),
          "recorded metric \"" + rule.name() + "\" is not named level:metric:operations",
          "the remaining labels, the metric, the operations: job:errors:rate5m");
    }
  }
}
