package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.Aggregator;
import io.firedrill.internal.promql.Expr;
import java.util.List;

/** Another aggregation: the average instead of the maximum. */
final class Aggregate extends ExprOperator {

  Aggregate() {
    super("aggregation");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    return part instanceof Aggregation aggregation
        ? others(aggregation.aggregator()).stream()
            .map(
                other ->
                    Replacement.of(
                        part,
                        new Aggregation(
                            other,
                            aggregation.grouping(),
                            aggregation.labels(),
                            aggregation.parameter(),
                            aggregation.operand(),
                            aggregation.span()),
                        aggregation.aggregator() + " becomes " + other))
            .toList()
        : List.of();
  }

  private static List<Aggregator> others(Aggregator aggregator) {
    return switch (aggregator) {
      case SUM, MIN, COUNT, GROUP ->
          List.of(aggregator == Aggregator.SUM ? Aggregator.AVG : Aggregator.MAX);
      case AVG -> List.of(Aggregator.MAX);
      case MAX -> List.of(Aggregator.MIN, Aggregator.AVG);
      case TOPK -> List.of(Aggregator.BOTTOMK);
      case BOTTOMK -> List.of(Aggregator.TOPK);
      case STDDEV -> List.of(Aggregator.STDVAR);
      case STDVAR -> List.of(Aggregator.STDDEV);
      default -> List.of();
    };
  }
}
