package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Threshold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The thresholds of rules. 0 and 1 are states, not thresholds. */
final class Thresholds {

  private Thresholds() {}

  /** The thresholds of a rule, in the order of its expression. */
  static List<Threshold> of(Rule rule) {
    Optional<Expr> expr = Promql.tryParse(rule.expr());
    return expr.map(Threshold::allOf).orElse(List.of()).stream()
        .filter(t -> Double.isFinite(t.number().value()))
        .filter(t -> t.number().value() != 0 && t.number().value() != 1)
        .toList();
  }

  static BigDecimal value(Threshold threshold) {
    return BigDecimal.valueOf(threshold.number().value());
  }
}
