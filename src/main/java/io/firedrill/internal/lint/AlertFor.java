package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** An alert has a {@code for}: a single evaluation may be wrong, or the condition short-lived. */
final class AlertFor implements RuleCheck {

  /** Functions whose result one sample cannot change by itself. */
  private static final Set<String> OVER_TIME =
      Set.of("absent_over_time", "avg_over_time", "min_over_time", "quantile_over_time");

  @Override
  public String name() {
    return "alert/for";
  }

  @Override
  public String about() {
    return "An alert waits before it fires";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (RuleParts.isAlert(rule)
        && pending(rule).orElse(Duration.ZERO).isZero()
        && !looksBack(rule)) {
      findings.add(
          RuleParts.name(rule),
          RuleParts.called(rule)
              + " fires at the first evaluation at which its expression matches: it has no \"for\"",
          "a restart, a failed scrape or a single value should not page anybody");
    }
  }

  /** An expression about many samples does not depend on a single one. */
  private static boolean looksBack(Rule rule) {
    return Promql.tryParse(rule.expr()).stream()
        .flatMap(expr -> expr.all().stream())
        .anyMatch(
            part ->
                part instanceof FunctionCall call && OVER_TIME.contains(call.function().name()));
  }

  static Optional<Duration> pending(Rule rule) {
    return RuleParts.scalar(rule.node(), "for")
        .map(YamlScalar::text)
        .flatMap(PrometheusDuration::parse);
  }
}
