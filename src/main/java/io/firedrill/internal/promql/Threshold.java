package io.firedrill.internal.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comparison with a number: {@code left > 0.9}.
 *
 * @param comparison the whole comparison
 * @param compared the other operand
 * @param operator the operator, mirrored if the number is on the left
 * @param number the number
 */
public record Threshold(
    BinaryOperation comparison, Expr compared, BinaryOperator operator, NumberLiteral number) {

  /** All thresholds in an expression, in the order of its text. */
  public static List<Threshold> allOf(Expr root) {
    List<Threshold> found = new ArrayList<>();
    for (Expr expr : root.all()) {
      of(expr).ifPresent(found::add);
    }
    return found;
  }

  /**
   * The threshold that decides whether an alerting expression returns anything. In {@code a > 1 and
   * b} it is the one before {@code and} or {@code unless}, which gives the alert its value.
   */
  public static Optional<Threshold> deciding(Expr expr) {
    if (expr instanceof Parentheses parentheses) {
      return deciding(parentheses.inner());
    }
    if (expr instanceof BinaryOperation operation
        && (operation.operator() == BinaryOperator.AND
            || operation.operator() == BinaryOperator.UNLESS)) {
      return deciding(operation.left());
    }
    return of(expr)
        .filter(t -> t.comparison().outcome() == BinaryOperation.Outcome.VALUE)
        .filter(t -> t.compared().type() == ValueType.INSTANT_VECTOR);
  }

  private static Optional<Threshold> of(Expr expr) {
    if (!(expr instanceof BinaryOperation operation)
        || operation.operator().kind() != BinaryOperator.Kind.COMPARISON) {
      return Optional.empty();
    }
    if (operation.right() instanceof NumberLiteral number
        && !(operation.left() instanceof NumberLiteral)) {
      return Optional.of(new Threshold(operation, operation.left(), operation.operator(), number));
    }
    if (operation.left() instanceof NumberLiteral number
        && !(operation.right() instanceof NumberLiteral)) {
      return Optional.of(
          new Threshold(operation, operation.right(), operation.operator().mirrored(), number));
    }
    return Optional.empty();
  }
}
