package io.firedrill.internal.promql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A PromQL expression, or a part of one that is an expression itself. */
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

  /** Where it stands in the text. */
  Span span();

  /** What it returns. */
  ValueType type();

  /** The expressions directly below, in the order of the text. */
  List<Expr> children();

  /** This expression and all below it: each before its children, in the order of the text. */
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
