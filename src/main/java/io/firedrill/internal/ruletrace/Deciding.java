package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.Aggregation.Grouping;
import io.firedrill.internal.promql.Aggregator;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.RangeSelector;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.StringLiteral;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.UnaryOperation;
import io.firedrill.internal.promql.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the parts that make an expression return nothing. */
final class Deciding {

  /** Functions that return nothing for a series with one sample in the range. */
  private static final Set<String> NEED_TWO =
      Set.of(
          "rate",
          "irate",
          "increase",
          "delta",
          "idelta",
          "deriv",
          "predict_linear",
          "double_exponential_smoothing",
          "holt_winters");

  private final PartValues values;

  Deciding(PartValues values) {
    this.values = values;
  }

  /** Of an expression that returned no such element: why. */
  List<Finding> why(Expr expr, LabelFilter filter, Instant time) {
    try {
      return find(expr, filter, time).stream().distinct().toList();
    } catch (UnknownValueException e) {
      return List.of(new Finding.Unknown(e.getMessage()));
    }
  }

  /** Whether a part returned no such element. */
  boolean isEmpty(Expr expr, LabelFilter filter, Instant time) {
    return values.of(expr, time).stream().noneMatch(e -> filter.admits(e.labels()));
  }

  private List<Finding> find(Expr expr, LabelFilter filter, Instant time) {
    if (expr instanceof Parentheses parentheses) {
      return find(parentheses.inner(), filter, time);
    }
    if (expr instanceof UnaryOperation operation) {
      return find(operation.operand(), filter, time);
    }
    if (expr instanceof Selector selector) {
      return List.of(new Finding.NoSamples(selector, filter));
    }
    if (expr instanceof Subquery subquery) {
      return below(subquery, subquery.inner(), filter, time);
    }
    if (expr instanceof Aggregation aggregation) {
      return below(aggregation, aggregation.operand(), through(aggregation, filter), time);
    }
    if (expr instanceof FunctionCall call) {
      return ofCall(call, filter, time);
    }
    if (expr instanceof BinaryOperation operation) {
      return ofOperation(operation, filter, time);
    }
    return other(expr, filter, time);
  }

  private List<Finding> below(Expr expr, Expr operand, LabelFilter filter, Instant time) {
    return isEmpty(operand, filter, time) ? find(operand, filter, time) : other(expr, filter, time);
  }

  private List<Finding> other(Expr expr, LabelFilter filter, Instant time) {
    return List.of(
        values.of(expr, time).isEmpty()
            ? new Finding.Nothing(expr)
            : new Finding.OtherLabels(expr, filter));
  }

  static LabelFilter through(Aggregation aggregation, LabelFilter filter) {
    LabelFilter outer = filter;
    if (aggregation.aggregator() == Aggregator.COUNT_VALUES
        && aggregation.parameter().orElse(null) instanceof StringLiteral label) {
      outer = filter.without(List.of(label.value()));
    }
    boolean keepsAll =
        aggregation.aggregator() == Aggregator.TOPK
            || aggregation.aggregator() == Aggregator.BOTTOMK
            || aggregation.aggregator() == Aggregator.LIMITK
            || aggregation.aggregator() == Aggregator.LIMIT_RATIO;
    if (keepsAll) {
      return outer;
    }
    return aggregation.grouping() == Grouping.BY
        ? outer.only(aggregation.labels())
        : outer.without(aggregation.labels());
  }

  private List<Finding> ofCall(FunctionCall call, LabelFilter filter, Instant time) {
    String name = call.function().name();
    if (name.startsWith("absent")) {
      return values.of(call.arguments().get(0), time).isEmpty()
          ? other(call, filter, time)
          : List.of(new Finding.Present(call, filter));
    }
    LabelFilter inner = through(call, filter);
    List<Expr> vectors = vectors(call);
    for (Expr argument : vectors) {
      if (isEmpty(argument, inner, time)) {
        return find(argument, inner, time);
      }
    }
    Optional<RangeSelector> range =
        vectors.stream()
            .filter(RangeSelector.class::isInstance)
            .map(RangeSelector.class::cast)
            .findFirst();
    return range.isPresent() && NEED_TWO.contains(name) && haveOne(range.get(), inner, time)
        ? List.of(new Finding.OneSample(call, range.get()))
        : other(call, filter, time);
  }

  /** Labels that a function writes say nothing of its argument. */
  static LabelFilter through(FunctionCall call, LabelFilter filter) {
    return switch (call.function().name()) {
      case "label_replace", "label_join" ->
          call.arguments().get(1) instanceof StringLiteral label
              ? filter.without(List.of(label.value()))
              : filter;
      case "info" -> new LabelFilter(Map.of());
      default -> filter;
    };
  }

  /** The arguments without which the call returns nothing. */
  static List<Expr> vectors(FunctionCall call) {
    List<Expr> vectors =
        call.arguments().stream()
            .filter(a -> a.type() == ValueType.INSTANT_VECTOR || a.type() == ValueType.RANGE_VECTOR)
            .toList();
    return call.function().name().equals("info") ? vectors.subList(0, 1) : vectors;
  }

  private boolean haveOne(RangeSelector range, LabelFilter filter, Instant time) {
    return values.of(range, time).stream()
        .filter(e -> filter.admits(e.labels()))
        .map(Element::value)
        .allMatch(v -> v instanceof QueryValue.Number number && number.value() < 2);
  }

  private List<Finding> ofOperation(BinaryOperation operation, LabelFilter filter, Instant time) {
    if (!MatchedLabels.joins(operation)) {
      Expr vector =
          operation.left().type() == ValueType.SCALAR ? operation.right() : operation.left();
      if (isEmpty(vector, filter, time)) {
        return find(vector, filter, time);
      }
      return operation.operator().kind() == BinaryOperator.Kind.COMPARISON
          ? List.of(new Finding.NotMet(operation, filter))
          : other(operation, filter, time);
    }
    MatchedLabels matched = MatchedLabels.of(operation);
    LabelFilter left = matched.left(filter);
    LabelFilter right = operation.operator() == BinaryOperator.OR ? filter : matched.right(filter);
    boolean noLeft = isEmpty(operation.left(), left, time);
    boolean noRight =
        operation.operator() != BinaryOperator.UNLESS && isEmpty(operation.right(), right, time);
    List<Finding> found = new ArrayList<>();
    if (noLeft && (noRight || !matched.fills())) {
      found.addAll(find(operation.left(), left, time));
    }
    if (noRight && (noLeft || !matched.fills())) {
      found.addAll(find(operation.right(), right, time));
    }
    return found.isEmpty() ? List.of(ofSides(operation, matched, filter, time)) : found;
  }

  private Finding ofSides(
      BinaryOperation operation, MatchedLabels matched, LabelFilter filter, Instant time) {
    if (operation.operator() == BinaryOperator.UNLESS) {
      return new Finding.Excluded(operation, filter);
    }
    if (!matched.fills() && !Pairs.match(operation, values, filter, time)) {
      return new Finding.NoMatch(operation, filter);
    }
    return operation.operator().kind() == BinaryOperator.Kind.COMPARISON
        ? new Finding.NotMet(operation, filter)
        : other(operation, filter, time).get(0);
  }
}
