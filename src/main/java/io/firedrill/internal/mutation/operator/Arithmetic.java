package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import java.util.List;

/** An arithmetic operator becomes its counterpart. */
final class Arithmetic extends ExprOperator {

  Arithmetic() {
    super("arithmetic");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    return part instanceof BinaryOperation operation && !Constants.isConstant(part)
        ? others(operation.operator()).stream()
            .map(other -> OperatorText.with(operation, other, text))
            .toList()
        : List.of();
  }

  private static List<BinaryOperator> others(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> List.of(BinaryOperator.SUBTRACT);
      case SUBTRACT -> List.of(BinaryOperator.ADD);
      case MULTIPLY -> List.of(BinaryOperator.DIVIDE);
      case DIVIDE, MODULO, POWER -> List.of(BinaryOperator.MULTIPLY);
      default -> List.of();
    };
  }
}
