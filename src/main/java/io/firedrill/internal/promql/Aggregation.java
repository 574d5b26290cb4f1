package io.firedrill.internal.promql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An aggregation: {@code topk by (job) (3, x)}.
 *
 * @param aggregator the operation on the elements of a group
 * @param grouping whether {@code labels} are kept or dropped
 * @param labels the labels in the {@code by} or {@code without} clause; {@code by ()} and no clause
 *     are the same
 * @param parameter the aggregator's parameter, if it has one
 * @param operand the expression to aggregate
 */
public record Aggregation(
    Aggregator aggregator,
    Grouping grouping,
    List<String> labels,
    Optional<Expr> parameter,
    Expr operand,
    Span span)
    implements Expr {

  /** Which labels form a group. */
  public enum Grouping {
    BY,
    WITHOUT
  }

  public Aggregation {
    labels = List.copyOf(labels);
  }

  @Override
  public ValueType type() {
    return ValueType.INSTANT_VECTOR;
  }

  @Override
  public List<Expr> children() {
    return Stream.concat(parameter.stream(), Stream.of(operand)).toList();
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
