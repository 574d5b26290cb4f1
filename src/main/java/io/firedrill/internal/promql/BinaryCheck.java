package io.firedrill.internal.promql;

import io.firedrill.internal.promql.BinaryOperation.Outcome;
import io.firedrill.internal.promql.BinaryOperator.Kind;
import io.firedrill.internal.promql.VectorMatching.Clause;

/** Checks that the operands and modifiers of an operation fit its operator. */
final class BinaryCheck {

  private BinaryCheck() {}

  static void check(BinaryOperation operation) {
    BinaryOperator operator = operation.operator();
    TypeCheck.value(operation.left(), "before \"" + operator + '"');
    TypeCheck.value(operation.right(), "after \"" + operator + '"');
    if (operation.outcome() == Outcome.BOOL && operator.kind() != Kind.COMPARISON) {
      throw mistake(operation, "\"bool\" belongs to a comparison, not to \"" + operator + '"');
    }
    if (operation.type() == ValueType.SCALAR
        && operator.kind() == Kind.COMPARISON
        && operation.outcome() == Outcome.VALUE) {
      throw mistake(
          operation, "expected \"bool\" after \"%s\" between scalars".formatted(operator));
    }
    VectorMatching matching = operation.matching();
    if (matching.clause() == Clause.ON) {
      matching.include().stream()
          .filter(matching.labels()::contains)
          .findFirst()
          .ifPresent(
              label -> {
                throw mistake(
                    operation,
                    "label \"%s\" cannot be in \"on\" and in the group".formatted(label));
              });
    }
    if (!joins(operation)) {
      checkWithScalar(operation);
    } else if (operator.kind() == Kind.SET) {
      checkSet(operation);
    }
  }

  /** Whether both sides are vectors, so that their elements are matched. */
  static boolean joins(BinaryOperation operation) {
    return operation.left().type() == ValueType.INSTANT_VECTOR
        && operation.right().type() == ValueType.INSTANT_VECTOR;
  }

  private static void checkWithScalar(BinaryOperation operation) {
    VectorMatching matching = operation.matching();
    BinaryOperator operator = operation.operator();
    if (operator.kind() == Kind.SET) {
      throw mistake(operation, "\"" + operator + "\" needs an instant vector on both sides");
    }
    if (!matching.labels().isEmpty() || matching.fills()) {
      throw mistake(operation, "labels are matched and filled in only between two instant vectors");
    }
  }

  private static void checkSet(BinaryOperation operation) {
    if (operation.matching().cardinality().isGrouped()) {
      throw mistake(
          operation,
          "\"" + operation.operator() + "\" cannot be followed by group_left or group_right");
    }
    if (operation.matching().fills()) {
      throw mistake(operation, "\"" + operation.operator() + "\" cannot be followed by a fill");
    }
  }

  private static PromqlException mistake(BinaryOperation operation, String message) {
    return new PromqlException(operation.span(), message);
  }
}
