package io.firedrill.internal.promql;

import java.util.List;

/**
 * A number, with its sign: {@code -1.5}, {@code 0x1F}, {@code Inf}.
 *
 * @param value the number; for a duration, seconds
 * @param form its notation
 */
public record NumberLiteral(double value, Form form, Span span) implements Expr {

  /** The notation of a number. */
  public enum Form {
    NUMBER,
    /** {@code 5m} is 300. */
    DURATION
  }

  @Override
  public ValueType type() {
    return ValueType.SCALAR;
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
