package io.firedrill.internal.promql;

import java.util.List;

/** A sign before an expression that is not a plain number: {@code -(a + b)}. */
public record UnaryOperation(Sign sign, Expr operand, Span span) implements Expr {

  /** A sign. */
  public enum Sign {
    PLUS("+"),
    MINUS("-");

    private final String text;

    Sign(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Override
  public ValueType type() {
    return operand.type();
  }

  @Override
  public List<Expr> children() {
    return List.of(operand);
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
