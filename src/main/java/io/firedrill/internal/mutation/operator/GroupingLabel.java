package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A label is missing in {@code by} or {@code without}. */
final class GroupingLabel extends ExprOperator {

  GroupingLabel() {
    super("grouping");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    if (!(part instanceof Aggregation aggregation)) {
      return List.of();
    }
    List<Replacement> all = new ArrayList<>();
    for (String label : aggregation.labels()) {
      List<String> others = new ArrayList<>(aggregation.labels());
      others.remove(label);
      all.add(
          Replacement.of(
              part,
              new Aggregation(
                  aggregation.aggregator(),
                  aggregation.grouping(),
                  others,
                  aggregation.parameter(),
                  aggregation.operand(),
                  aggregation.span()),
              "label "
                  + label
                  + " is dropped from \""
                  + aggregation.grouping().name().toLowerCase(Locale.ROOT)
                  + "\""));
    }
    return all;
  }
}
