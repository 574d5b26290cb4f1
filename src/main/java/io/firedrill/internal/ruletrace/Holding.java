package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperation.Outcome;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.NumberLiteral;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The parts because of which an expression returned something. */
final class Holding {

  /** More fills the screen; the trace has the rest. */
  private static final int FACTS = 3;

  private final TracedRule rule;
  private final PartValues values;
  private final BiFunction<Finding.NoSamples, Instant, String> absence;

  /**
   * @param absence says why a selector has no samples
   */
  Holding(
      TracedRule rule, PartValues values, BiFunction<Finding.NoSamples, Instant, String> absence) {
    this.rule = rule;
    this.values = values;
    this.absence = absence;
  }

  List<String> facts(Expr expr, LabelFilter filter, Instant time) {
    return find(expr, filter, time).stream().limit(FACTS).toList();
  }

  private List<String> find(Expr expr, LabelFilter filter, Instant time) {
    if (expr instanceof Parentheses parentheses) {
      return find(parentheses.inner(), filter, time);
    }
    if (expr instanceof FunctionCall call && call.function().name().startsWith("absent")) {
      return List.of(absent(call, time));
    }
    if (expr instanceof BinaryOperation operation && operation.outcome() == Outcome.VALUE) {
      switch (operation.operator().kind()) {
        case SET -> {
          return ofSides(operation, filter, time);
        }
        case COMPARISON -> {
          return List.of(comparison(operation, filter, time));
        }
        case ARITHMETIC -> {}
      }
    }
    return List.of(
        first(expr, filter, time)
            .map(e -> rule.placed(expr) + " returned " + ElementText.value(e.value()))
            .orElse(rule.placed(expr) + " returned nothing"));
  }

  private String absent(FunctionCall call, Instant time) {
    Expr argument = call.arguments().get(0);
    return argument instanceof Selector selector
        ? absence.apply(new Finding.NoSamples(selector, new LabelFilter(Map.of())), time)
        : rule.placed(argument) + " returned nothing";
  }

  private List<String> ofSides(BinaryOperation operation, LabelFilter filter, Instant time) {
    MatchedLabels matched = MatchedLabels.of(operation);
    List<String> facts = new ArrayList<>();
    boolean left = first(operation.left(), matched.left(filter), time).isPresent();
    if (left) {
      facts.addAll(find(operation.left(), matched.left(filter), time));
    }
    if (operation.operator() == BinaryOperator.UNLESS) {
      facts.add(
          values.of(operation.right(), time).isEmpty()
              ? rule.placed(operation.right()) + " returned nothing"
              : rule.placed(operation.right()) + " returned nothing that matches");
    } else if (operation.operator() == BinaryOperator.AND) {
      facts.addAll(find(operation.right(), matched.right(filter), time));
    } else if (!left) {
      facts.addAll(find(operation.right(), filter, time));
    }
    return facts;
  }

  private String comparison(BinaryOperation operation, LabelFilter filter, Instant time) {
    boolean mirrored = operation.left().type() == ValueType.SCALAR;
    Expr other = mirrored ? operation.left() : operation.right();
    // A comparison returns the value that it compares.
    Optional<Element> value = first(operation, filter, time);
    return rule.placed(operation)
        + " is true"
        + value
            .map(
                e ->
                    ": the value is %s%s"
                        .formatted(
                            ElementText.value(e.value()),
                            e.labels().isEmpty() ? "" : " of " + e.labels()))
            .orElse("")
        + (other instanceof NumberLiteral
            ? ""
            : partner(operation, value, time).map(v -> ", against " + v).orElse(""));
  }

  private Optional<String> partner(
      BinaryOperation operation, Optional<Element> value, Instant time) {
    if (operation.right().type() == ValueType.SCALAR
        || operation.left().type() == ValueType.SCALAR) {
      Expr scalar =
          operation.left().type() == ValueType.SCALAR ? operation.left() : operation.right();
      return values.of(scalar, time).stream().findFirst().map(e -> ElementText.value(e.value()));
    }
    MatchedLabels matched = MatchedLabels.of(operation);
    return value.stream()
        .flatMap(
            v ->
                values.of(operation.right(), time).stream()
                    .filter(e -> matched.of(e.labels()).equals(matched.of(v.labels()))))
        .findFirst()
        .map(e -> ElementText.value(e.value()));
  }

  private Optional<Element> first(Expr expr, LabelFilter filter, Instant time) {
    Stream<Element> admitted =
        values.of(expr, time).stream().filter(e -> filter.admits(e.labels()));
    return admitted.findFirst();
  }
}
