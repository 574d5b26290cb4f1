package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.DurationExpr;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.RangeSelector;
import io.firedrill.internal.promql.Subquery;
import java.util.List;

/** A range is twice or half as long. */
final class RangeLength extends ExprOperator {

  RangeLength() {
    super("range");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    DurationExpr range =
        part instanceof RangeSelector selector
            ? selector.range()
            : part instanceof Subquery subquery ? subquery.range() : null;
    return range instanceof DurationExpr.Literal literal
        ? Lengths.others(literal.seconds()).stream()
            .map(other -> Lengths.replacement(literal.span(), other, text))
            .toList()
        : List.of();
  }
}
