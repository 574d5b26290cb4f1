package io.firedrill.internal.promql;

import java.util.List;

/**
 * A string.
 *
 * @param value its value, without quotes and with its escape sequences resolved
 */
public record StringLiteral(String value, Span span) implements Expr {

  @Override
  public ValueType type() {
    return ValueType.STRING;
  }

  @Override
  public List<Expr> children() {
    return List.of();
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
