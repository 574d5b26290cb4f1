package io.firedrill.internal.promql;

import java.util.List;

/**
 * Two expressions and an operator between them.
 *
 * @param outcome whether a comparison filters or returns 0 and 1
 * @param matching how the elements of two vectors are matched
 */
public record BinaryOperation(
    Expr left,
    BinaryOperator operator,
    Outcome outcome,
    VectorMatching matching,
    Expr right,
    Span span)
    implements Expr {

  /** The result of a comparison. */
  public enum Outcome {
    /** The elements for which it holds; also used for all other operators. */
    VALUE,
    /** {@code bool}: 1 or 0 for each element. */
    BOOL
  }

  @Override
  public ValueType type() {
    return left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR
        ? ValueType.SCALAR
        : ValueType.INSTANT_VECTOR;
  }

  @Override
  public List<Expr> children() {
    return List.of(left, right);
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
