package io.firedrill.lint;

import io.firedrill.prometheus.Rule;
import io.firedrill.source.Position;
import java.util.HashMap;
import java.util.Map;

/** What is compared with a threshold in two rules will be changed in one of them. */
final class ThresholdOnce implements RuleCheck {

  private final Map<String, Position> seen = new HashMap<>();

  @Override
  public String name() {
    return "threshold/once";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    for (Threshold threshold : Threshold.of(rule.expr())) {
      String key = threshold.compared() + " " + threshold.value().stripTrailingZeros();
      Position here = rule.exprScalar().positionAt(threshold.offset());
      Position before = seen.putIfAbsent(key, here);
      if (before != null && !before.equals(here)) {
        findings.add(
            rule.exprScalar(),
            threshold.offset(),
            threshold.text().length(),
            threshold.compared()
                + " is compared with "
                + threshold.text()
                + " at "
                + before
                + ", too",
            "record the comparison, or the number, and use it in both");
      }
    }
  }
}
