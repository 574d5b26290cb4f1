package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.Aggregation.Grouping;
import io.firedrill.internal.promql.Expr;
import java.util.LinkedHashSet;
import java.util.Set;

/** The labels in which the elements of an aggregation's operand may differ within a group. */
final class Distinguishing {

  private Distinguishing() {}

  /** The labels that expressions name; none = any label that nothing names. */
  static Set<String> labels(Aggregation outer) {
    Set<String> found = new LinkedHashSet<>();
    Expr operand = ArithmeticInversion.plain(outer.operand());
    if (outer.grouping() == Grouping.WITHOUT) {
      found.addAll(outer.labels());
    }
    if (operand instanceof Aggregation inner && inner.grouping() == Grouping.BY) {
      if (outer.grouping() == Grouping.WITHOUT) {
        found.retainAll(inner.labels());
      } else {
        found.addAll(inner.labels());
        found.removeAll(outer.labels());
      }
    }
    return found;
  }
}
