package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.VectorMatching;
import java.util.ArrayList;
import java.util.List;

/** A label is missing in {@code on} or {@code ignoring}. */
final class MatchingLabel extends ExprOperator {

  MatchingLabel() {
    super("matching");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    if (!(part instanceof BinaryOperation operation)) {
      return List.of();
    }
    VectorMatching matching = operation.matching();
    List<Replacement> all = new ArrayList<>();
    for (String label : matching.labels()) {
      List<String> others = new ArrayList<>(matching.labels());
      others.remove(label);
      VectorMatching changed =
          new VectorMatching(
              matching.cardinality(),
              matching.clause(),
              others,
              matching.include(),
              matching.fillLeft(),
              matching.fillRight());
      all.add(
          Replacement.of(
              part,
              OperatorText.place(operation, text),
              new BinaryOperation(
                  operation.left(),
                  operation.operator(),
                  operation.outcome(),
                  changed,
                  operation.right(),
                  operation.span()),
              "label " + label + " is dropped from \"" + matching.clause() + "\""));
    }
    return all;
  }
}
