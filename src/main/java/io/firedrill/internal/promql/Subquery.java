package io.firedrill.internal.promql;

import java.util.List;
import java.util.Optional;

/**
 * An expression evaluated again and again over a time: {@code rate(x[5m])[1h:1m]}.
 *
 * @param range how long that time is
 * @param step the time between two evaluations; empty = the global evaluation interval
 * @param modifiers at which time; never anchored or smoothed
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
