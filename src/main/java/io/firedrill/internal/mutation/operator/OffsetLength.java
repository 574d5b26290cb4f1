package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.DurationExpr;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Modifiers;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Subquery;
import java.util.List;
import java.util.Optional;

/** An offset is dropped, or twice as long. */
final class OffsetLength extends ExprOperator {

  OffsetLength() {
    super("offset");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    Modifiers modifiers =
        part instanceof Selector selector
            ? selector.modifiers()
            : part instanceof Subquery subquery ? subquery.modifiers() : Modifiers.NONE;
    Optional<DurationExpr> offset = modifiers.offset();
    if (offset.isEmpty() || !(offset.get() instanceof DurationExpr.Literal literal)) {
      return List.of();
    }
    return List.of(
        Lengths.replacement(literal.span(), Lengths.others(literal.seconds()).get(0), text),
        new Replacement(
            literal.span().start(),
            literal.span(),
            "0s",
            "offset " + literal.span().of(text) + " is dropped"));
  }
}
