package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.NumberLiteral;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.UnaryOperation;

/** Numbers, and calculations with numbers only. */
final class Constants {

  private Constants() {}

  static boolean isConstant(Expr expr) {
    return expr.all().stream()
        .allMatch(
            part ->
                part instanceof NumberLiteral
                    || part instanceof Parentheses
                    || part instanceof UnaryOperation
                    || part instanceof BinaryOperation);
  }
}
