package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import java.util.List;

/** A comparison moves to the other side of its boundary, or is negated. */
final class Comparison extends ExprOperator {

  Comparison() {
    super("comparison");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    return part instanceof BinaryOperation operation
        ? others(operation.operator()).stream()
            .map(other -> OperatorText.with(operation, other, text))
            .toList()
        : List.of();
  }

  private static List<BinaryOperator> others(BinaryOperator operator) {
    return switch (operator) {
      case GREATER -> List.of(BinaryOperator.GREATER_OR_EQUAL, BinaryOperator.LESS_OR_EQUAL);
      case GREATER_OR_EQUAL -> List.of(BinaryOperator.GREATER, BinaryOperator.LESS);
      case LESS -> List.of(BinaryOperator.LESS_OR_EQUAL, BinaryOperator.GREATER_OR_EQUAL);
      case LESS_OR_EQUAL -> List.of(BinaryOperator.LESS, BinaryOperator.GREATER);
      case EQUAL -> List.of(BinaryOperator.NOT_EQUAL);
      case NOT_EQUAL -> List.of(BinaryOperator.EQUAL);
      default -> List.of();
    };
  }
}
