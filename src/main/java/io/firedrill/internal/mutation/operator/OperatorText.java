package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.VectorMatching;
import java.util.List;
import java.util.OptionalDouble;

/** Operations with another operator between the same operands. */
final class OperatorText {

  private OperatorText() {}

  static Replacement with(BinaryOperation operation, BinaryOperator other, String text) {
    VectorMatching matching = operation.matching();
    if (other.kind() == BinaryOperator.Kind.SET) {
      matching =
          new VectorMatching(
              VectorMatching.Cardinality.MANY_TO_MANY,
              matching.clause(),
              matching.labels(),
              List.of(),
              OptionalDouble.empty(),
              OptionalDouble.empty());
    }
    BinaryOperation changed =
        new BinaryOperation(
            grouped(operation.left()),
            other,
            operation.outcome(),
            matching,
            grouped(operation.right()),
            operation.span());
    return Replacement.of(
        operation, place(operation, text), changed, operation.operator() + " becomes " + other);
  }

  /** An operand that stays one, whatever the precedence of the new operator. */
  private static Expr grouped(Expr operand) {
    return operand instanceof BinaryOperation ? new Parentheses(operand, operand.span()) : operand;
  }

  /** Where the operator is in the text: after the left operand, blanks and comments. */
  static int place(BinaryOperation operation, String text) {
    String word = operation.operator().toString();
    int at = operation.left().span().end();
    int end = operation.right().span().start();
    while (at < end) {
      if (text.charAt(at) == '#') {
        at = Math.max(at, text.indexOf('\n', at));
      } else if (text.regionMatches(true, at, word, 0, word.length())) {
        return at;
      }
      at++;
    }
    return operation.span().start();
  }
}
