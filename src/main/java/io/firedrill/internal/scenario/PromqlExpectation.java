package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Position;
import java.time.Duration;
import java.util.List;

/**
 * An entry of {@code promql_expr_test}: the expression yields exactly these samples at that time.
 *
 * @param expr the expression
 * @param evalTime the virtual time since the start
 * @param expected the samples, in any order
 * @param position where the entry begins
 * @param exprPosition where the expression's text begins
 */
public record PromqlExpectation(
    String expr,
    Duration evalTime,
    List<ExpectedSample> expected,
    Position position,
    Position exprPosition) {
  public PromqlExpectation {
    expected = List.copyOf(expected);
  }
}
