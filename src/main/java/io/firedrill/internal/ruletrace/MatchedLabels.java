package io.firedrill.internal.ruletrace;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator.Kind;
import io.firedrill.internal.promql.ValueType;
import io.firedrill.internal.promql.VectorMatching;
import io.firedrill.internal.promql.VectorMatching.Cardinality;
import io.firedrill.internal.promql.VectorMatching.Clause;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;

/** Which labels an operation between two vectors compares. */
record MatchedLabels(VectorMatching matching, Kind kind) {

  static MatchedLabels of(BinaryOperation operation) {
    return new MatchedLabels(operation.matching(), operation.operator().kind());
  }

  static boolean joins(BinaryOperation operation) {
    return operation.left().type() == ValueType.INSTANT_VECTOR
        && operation.right().type() == ValueType.INSTANT_VECTOR;
  }

  /** Elements with the same of these belong together. */
  Labels of(Labels element) {
    return matching.clause() == Clause.ON
        ? element.filter(matching.labels()::contains)
        : element.without(Labels.METRIC_NAME).filter(n -> !matching.labels().contains(n));
  }

  /** Whether an element without a partner takes part all the same. */
  boolean fills() {
    return matching.fillLeft().isPresent() || matching.fillRight().isPresent();
  }

  /** The result's labels as far as they come from the left. */
  LabelFilter left(LabelFilter filter) {
    if (kind == Kind.SET || matching.cardinality() == Cardinality.MANY_TO_ONE) {
      return filter.without(matching.include());
    }
    return compared(filter);
  }

  /** The result's labels as far as they come from the right. */
  LabelFilter right(LabelFilter filter) {
    if (kind != Kind.SET && matching.cardinality() == Cardinality.ONE_TO_MANY) {
      return filter.without(matching.include());
    }
    return compared(filter);
  }

  private LabelFilter compared(LabelFilter filter) {
    if (matching.clause() == Clause.IGNORING) {
      List<String> hidden = new ArrayList<>(matching.labels());
      hidden.removeAll(matching.include());
      return filter.without(hidden);
    }
    List<String> seen = new ArrayList<>(matching.labels());
    seen.addAll(matching.include());
    return filter.only(seen);
  }
}
