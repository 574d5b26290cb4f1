package io.firedrill.internal.lint;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.StringLiteral;
import io.firedrill.internal.promql.VectorMatching.Clause;
import io.firedrill.model.LabelMatcher.Operator;

/** Labels that an expression names, and that its result therefore may have. */
final class NamedLabels {

  private NamedLabels() {}

  /** Whether a label is selected, grouped by, joined on, taken over or written. */
  static boolean in(Expr expr, String label) {
    return expr.all().stream().anyMatch(part -> names(part, label));
  }

  private static boolean names(Expr part, String label) {
    if (part instanceof Selector selector) {
      return selector.matchers().stream()
          .anyMatch(
              m ->
                  m.name().equals(label)
                      && (m.operator() == Operator.NOT_EQUAL
                              || m.operator() == Operator.MATCHES_NOT)
                          == m.value().isEmpty());
    }
    if (part instanceof Aggregation aggregation) {
      return aggregation.grouping() == Aggregation.Grouping.BY
          && aggregation.labels().contains(label);
    }
    if (part instanceof BinaryOperation operation) {
      return operation.matching().include().contains(label)
          || operation.matching().clause() == Clause.ON
              && operation.matching().labels().contains(label);
    }
    return part instanceof FunctionCall call
        && call.function().name().startsWith("label_")
        && call.arguments().get(1) instanceof StringLiteral written
        && written.value().equals(label);
  }
}
