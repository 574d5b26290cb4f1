package io.firedrill.internal.promql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A PromQL expression or subexpression. */
public sealed interface Expr
    permits Aggregation,
        BinaryOperation,
        FunctionCall,
        NumberLiteral,
        Parentheses,
        Selector,
        StringLiteral,
        Subquery,
        UnaryOperation {

  /** Its place in the text. */
  Span span();

  /** The type of its result. */
  ValueType type();

  /** The direct subexpressions, in the order of the text. */
  List<Expr> children();

  /** This expression and all below it, in pre-order. */
  default List<Expr> all() {
    List<Expr> found = new ArrayList<>();
    Deque<Expr> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      Expr expr = open.pop();
      found.add(expr);
      List<Expr> children = expr.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return found;
  }
}
