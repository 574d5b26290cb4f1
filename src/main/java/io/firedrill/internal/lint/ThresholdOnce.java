package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.Span;
import io.firedrill.internal.promql.Threshold;
import io.firedrill.internal.source.Position;
import java.util.HashMap;
import java.util.Map;

/** Two rules compare the same expression with the same threshold: a change may miss one of them. */
final class ThresholdOnce implements RuleCheck {

  /** Longer expressions are cut. */
  private static final int SHOWN = 100;

  /** Where a threshold was first: the rule, and the number. */
  private record Place(Position rule, Position number) {}

  private final Map<String, Place> seen = new HashMap<>();

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
      Place before = seen.putIfAbsent(key, new Place(rule.position(), here));
      if (before != null && !before.rule().equals(rule.position())) {
        findings.add(
            rule.exprScalar(),
            number.start(),
            number.end() - number.start(),
            shown(threshold.compared().toString())
                + " is compared with "
                + number.of(rule.expr())
                + " at "
                + before.number()
                + ", too",
            "record the comparison, or the number, and use it in both");
      }
    }
  }

  private static String shown(String expr) {
    return expr.length() <= SHOWN ? expr : expr.substring(0, SHOWN - 3) + "...";
  }
}
