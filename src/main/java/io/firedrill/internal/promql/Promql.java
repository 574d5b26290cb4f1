package io.firedrill.internal.promql;

import java.util.Optional;

/** Reads PromQL expressions. */
public final class Promql {

  private Promql() {}

  /**
   * The tree of an expression.
   *
   * @throws PromqlException if it is not one, if its types do not fit, or if it is nested deeper
   *     than any expression that a person could read
   */
  public static Expr parse(String expression) {
    Expr expr = new ExpressionParser(new Tokens(expression)).parseAll();
    TypeCheck.check(expr);
    return expr;
  }

  /** The tree, or empty where the text is not an expression that this parser knows. */
  public static Optional<Expr> tryParse(String expression) {
    try {
      return Optional.of(parse(expression));
    } catch (PromqlException e) {
      return Optional.empty();
    }
  }
}
