package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.Span;
import io.firedrill.internal.promql.Threshold;
import io.firedrill.internal.source.Position;
import java.util.HashMap;
import java.util.Map;

/** Two rules compare the same expression with the same threshold: a change may miss one of them. */
final class ThresholdOnce implements RuleCheck {

  private final Map<String, Position> seen = new HashMap<>();

  @Override
  public String name() {
    return "threshold/once";
  }

  @Override
  public String about() {
    return "A threshold is written once";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    for (Threshold threshold : Thresholds.of(rule)) {
      Span number = threshold.number().span();
      String key = threshold.compared() + " " + threshold.number().value();
      Position here = rule.exprScalar().positionAt(number.start());
      Position before = seen.putIfAbsent(key, here);
      if (before != null && !before.equals(here)) {
        findings.add(
            rule.exprScalar(),
            number.start(),
            number.end() - number.start(),
            threshold.compared()
                + " is compared with "
                + number.of(rule.expr())
                + " at "
                + before
                + ", too",
            "record the comparison, or the number, and use it in both");
      }
    }
  }
}
