package io.firedrill.internal.promql;

import java.util.List;

/** An expression in parentheses. */
public record Parentheses(Expr inner, Span span) implements Expr {

  @Override
  public ValueType type() {
    return inner.type();
  }

  @Override
  public List<Expr> children() {
    return List.of(inner);
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
