package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import java.util.ArrayList;
import java.util.List;

/** {@code and}, {@code or} or {@code unless} becomes another one, or a side is dropped. */
final class SetOperation extends ExprOperator {

  SetOperation() {
    super("set-operator");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    if (!(part instanceof BinaryOperation operation)
        || operation.operator().kind() != BinaryOperator.Kind.SET) {
      return List.of();
    }
    List<Replacement> all = new ArrayList<>();
    for (BinaryOperator other :
        List.of(BinaryOperator.AND, BinaryOperator.OR, BinaryOperator.UNLESS)) {
      if (other != operation.operator()) {
        all.add(OperatorText.with(operation, other, text));
      }
    }
    int at = OperatorText.place(operation, text);
    all.add(dropped(operation, at, operation.left(), "after", text));
    if (operation.operator() == BinaryOperator.OR) {
      all.add(dropped(operation, at, operation.right(), "before", text));
    }
    return all;
  }

  private static Replacement dropped(
      BinaryOperation operation, int at, Expr kept, String side, String text) {
    return new Replacement(
        at,
        operation.span(),
        "(" + kept.span().of(text) + ")",
        "the side " + side + " \"" + operation.operator() + "\" is dropped");
  }
}
