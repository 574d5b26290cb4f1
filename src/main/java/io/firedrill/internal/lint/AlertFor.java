package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.util.Optional;

/** An alert has a {@code for}: a single evaluation may be wrong, or the condition short-lived. */
final class AlertFor implements RuleCheck {

  @Override
  public String name() {
    return "alert/for";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (RuleParts.isAlert(rule) && pending(rule).orElse(Duration.ZERO).isZero()) {
      findings.add(
          RuleParts.name(rule),
          RuleParts.called(rule)
              + " fires at the first evaluation at which its expression matches: it has no \"for\"",
          "a restart, a failed scrape or a single value should not page anybody");
    }
  }

  static Optional<Duration> pending(Rule rule) {
    return RuleParts.scalar(rule.node(), "for")
        .map(YamlScalar::text)
        .flatMap(PrometheusDuration::parse);
  }
}
