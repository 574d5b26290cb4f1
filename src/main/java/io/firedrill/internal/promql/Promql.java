package io.firedrill.internal.promql;

import java.util.Optional;

/** Parses PromQL expressions. */
public final class Promql {

  private Promql() {}

  /**
   * Parses an expression.
   *
   * @throws PromqlException if it is invalid, if its types do not fit, or if it is nested too
   *     deeply
   */
  public static Expr parse(String expression) {
    Expr expr = new ExpressionParser(new Tokens(expression)).parseAll();
    TypeCheck.check(expr);
    return expr;
  }

  /** The tree; empty if the text is not a valid expression. */
  public static Optional<Expr> tryParse(String expression) {
    try {
      return Optional.of(parse(expression));
    } catch (PromqlException e) {
      return Optional.empty();
    }
  }
}
