package io.firedrill.internal.suite;

import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Threshold;
import io.firedrill.internal.verdict.WatchedRule;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The threshold of an alerting rule, as reports show it. */
final class RuleThreshold {

  /** Numbers with the same meaning in Java; excludes {@code 017}, {@code 0x1F} and {@code 5m}. */
  private static final Pattern PLAIN =
      Pattern.compile("[-+]?(?!0[0-9])[0-9.]+(?:[eE][-+]?[0-9]+)?");

  private RuleThreshold() {}

  /** The threshold of an expression, if it is a comparison with a number. */
  static Optional<WatchedRule.Threshold> of(String expr) {
    return Promql.tryParse(expr)
        .flatMap(Threshold::deciding)
        .filter(threshold -> Double.isFinite(threshold.number().value()))
        .map(threshold -> shown(threshold, expr));
  }

  private static WatchedRule.Threshold shown(Threshold threshold, String expr) {
    String written = threshold.number().span().of(expr);
    String number =
        PLAIN.matcher(written).matches()
            ? written
            : BigDecimal.valueOf(threshold.number().value()).stripTrailingZeros().toPlainString();
    return new WatchedRule.Threshold(
        threshold.compared().span().of(expr), threshold.operator().toString(), number);
  }
}
