package io.firedrill.internal.promql;

import java.util.List;
import java.util.Optional;

/**
 * An expression that is evaluated repeatedly over a range: {@code rate(x[5m])[1h:1m]}.
 *
 * @param range the length of the range
 * @param step the time between two evaluations; empty = the global evaluation interval
 * @param modifiers the modifiers; never anchored or smoothed
 */
public record Subquery(
    Expr inner, DurationExpr range, Optional<DurationExpr> step, Modifiers modifiers, Span span)
    implements Expr {

  @Override
  public ValueType type() {
    return ValueType.RANGE_VECTOR;
  }

  @Override
  public List<Expr> children() {
    return List.of(inner);
  }

  Subquery with(Modifiers changed, Span widened) {
    return new Subquery(inner, range, step, changed, widened);
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
