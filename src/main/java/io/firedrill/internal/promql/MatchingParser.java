package io.firedrill.internal.promql;

import io.firedrill.internal.promql.BinaryOperation.Outcome;
import io.firedrill.internal.promql.VectorMatching.Cardinality;
import io.firedrill.internal.promql.VectorMatching.Clause;
import java.util.List;
import java.util.OptionalDouble;

/** Parses the modifiers of an operator: {@code bool}, {@code on (…) group_left (…)}, fills. */
final class MatchingParser {

  record Result(Outcome outcome, VectorMatching matching) {}

  private final Tokens tokens;
  private final LabelListParser lists;

  MatchingParser(Tokens tokens, LabelListParser lists) {
    this.tokens = tokens;
    this.lists = lists;
  }

  Result parse(BinaryOperator operator) {
    Outcome outcome = tokens.accept("bool") ? Outcome.BOOL : Outcome.VALUE;
    Clause clause = Clause.IGNORING;
    List<String> labels = List.of();
    List<String> include = List.of();
    Cardinality cardinality =
        operator.kind() == BinaryOperator.Kind.SET
            ? Cardinality.MANY_TO_MANY
            : Cardinality.ONE_TO_ONE;
    if (tokens.accept("on") || tokens.accept("ignoring")) {
      clause = tokens.last().is("on") ? Clause.ON : Clause.IGNORING;
      labels = lists.parse(clause.toString());
      if (tokens.accept("group_left") || tokens.accept("group_right")) {
        boolean left = tokens.last().is("group_left");
        cardinality = left ? Cardinality.MANY_TO_ONE : Cardinality.ONE_TO_MANY;
        include = tokens.peek().is("(") ? lists.parse(tokens.last().text()) : List.of();
      }
    }
    return new Result(outcome, filled(cardinality, clause, labels, include));
  }

  private VectorMatching filled(
      Cardinality cardinality, Clause clause, List<String> labels, List<String> include) {
    OptionalDouble left = OptionalDouble.empty();
    OptionalDouble right = OptionalDouble.empty();
    if (tokens.accept("fill")) {
      left = fill();
      right = left;
    } else if (tokens.accept("fill_left")) {
      left = fill();
      right = tokens.accept("fill_right") ? fill() : right;
    } else if (tokens.accept("fill_right")) {
      right = fill();
      left = tokens.accept("fill_left") ? fill() : left;
    }
    return new VectorMatching(cardinality, clause, labels, include, left, right);
  }

  private OptionalDouble fill() {
    String modifier = tokens.last().text();
    tokens.expect("(", "after \"" + modifier + "\"");
    boolean negative = tokens.accept("-");
    if (!negative) {
      tokens.accept("+");
    }
    if (!Literals.isNumber(tokens.peek())) {
      throw tokens.expected("a number in \"" + modifier + "\"");
    }
    double value = Literals.value(tokens.next());
    tokens.expect(")", "after the number");
    return OptionalDouble.of(negative ? -value : value);
  }
}
