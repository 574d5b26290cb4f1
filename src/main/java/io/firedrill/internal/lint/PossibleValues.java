package io.firedrill.internal.lint;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.NumberLiteral;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.UnaryOperation;
import java.util.Map;
import java.util.Optional;

/**
 * The values that an expression can have whatever the data are.
 *
 * @param low the lowest value
 * @param high the highest value
 * @param reason why, as a sentence
 */
record PossibleValues(double low, double high, String reason) {

  private static final PossibleValues ANY =
      new PossibleValues(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "");

  private static final Map<String, double[]> BY_FUNCTION =
      Map.ofEntries(
          Map.entry("hour", new double[] {0, 23}),
          Map.entry("minute", new double[] {0, 59}),
          Map.entry("day_of_week", new double[] {0, 6}),
          Map.entry("day_of_month", new double[] {1, 31}),
          Map.entry("day_of_year", new double[] {1, 366}),
          Map.entry("days_in_month", new double[] {28, 31}),
          Map.entry("month", new double[] {1, 12}),
          Map.entry("absent", new double[] {1, 1}),
          Map.entry("absent_over_time", new double[] {1, 1}),
          Map.entry("present_over_time", new double[] {1, 1}),
          Map.entry("sgn", new double[] {-1, 1}),
          Map.entry("rate", new double[] {0, Double.POSITIVE_INFINITY}),
          Map.entry("irate", new double[] {0, Double.POSITIVE_INFINITY}),
          Map.entry("increase", new double[] {0, Double.POSITIVE_INFINITY}),
          Map.entry("changes", new double[] {0, Double.POSITIVE_INFINITY}),
          Map.entry("resets", new double[] {0, Double.POSITIVE_INFINITY}),
          Map.entry("abs", new double[] {0, Double.POSITIVE_INFINITY}),
          Map.entry("exp", new double[] {0, Double.POSITIVE_INFINITY}),
          Map.entry("stddev_over_time", new double[] {0, Double.POSITIVE_INFINITY}),
          Map.entry("stdvar_over_time", new double[] {0, Double.POSITIVE_INFINITY}),
          Map.entry("count_over_time", new double[] {1, Double.POSITIVE_INFINITY}));

  /** The values of an expression. */
  static PossibleValues of(Expr expr) {
    if (expr instanceof Parentheses parentheses) {
      return of(parentheses.inner());
    }
    if (expr instanceof NumberLiteral number) {
      return new PossibleValues(number.value(), number.value(), "");
    }
    if (expr instanceof UnaryOperation operation && operation.sign() == UnaryOperation.Sign.MINUS) {
      return of(operation.operand()).times(-1);
    }
    if (expr instanceof Subquery subquery) {
      return of(subquery.inner());
    }
    if (expr instanceof Selector selector) {
      boolean up = selector.metric().filter("up"::equals).isPresent();
      return up ? new PossibleValues(0, 1, "up is 0 or 1") : ANY;
    }
    if (expr instanceof FunctionCall call) {
      return ofCall(call);
    }
    if (expr instanceof Aggregation aggregation) {
      return ofAggregation(aggregation);
    }
    return expr instanceof BinaryOperation operation ? ofOperation(operation) : ANY;
  }

  private static PossibleValues ofCall(FunctionCall call) {
    String name = call.function().name();
    double[] bounds = BY_FUNCTION.get(name);
    if (bounds != null) {
      return new PossibleValues(bounds[0], bounds[1], reason(name, bounds[0], bounds[1]));
    }
    return switch (name) {
      case "avg_over_time",
          "min_over_time",
          "max_over_time",
          "last_over_time",
          "scalar",
          "vector",
          "label_replace",
          "label_join",
          "sort",
          "sort_desc" ->
          of(call.arguments().get(0));
      default -> ANY;
    };
  }

  private static String reason(String function, double low, double high) {
    if (low == high) {
      return function + "() returns " + text(low);
    }
    return Double.isInfinite(high)
        ? function + "() is never less than " + text(low)
        : function + "() is between " + text(low) + " and " + text(high);
  }

  static String text(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static PossibleValues ofAggregation(Aggregation aggregation) {
    PossibleValues inner = of(aggregation.operand());
    return switch (aggregation.aggregator()) {
      case COUNT ->
          new PossibleValues(
              1,
              Double.POSITIVE_INFINITY,
              "count() returns nothing, not 0, if there are no elements");
      case GROUP -> new PossibleValues(1, 1, "group() returns 1");
      case STDDEV, STDVAR ->
          new PossibleValues(
              0, Double.POSITIVE_INFINITY, "a " + aggregation.aggregator() + " is never negative");
      case SUM ->
          inner.low >= 0
              ? new PossibleValues(inner.low, Double.POSITIVE_INFINITY, inner.reason)
              : ANY;
      case MIN, MAX, AVG, TOPK, BOTTOMK, LIMITK -> inner;
      default -> ANY;
    };
  }

  private static PossibleValues ofOperation(BinaryOperation operation) {
    if (operation.operator().kind() == BinaryOperator.Kind.COMPARISON) {
      return operation.outcome() == BinaryOperation.Outcome.BOOL
          ? new PossibleValues(0, 1, "a comparison with bool returns 0 or 1")
          : of(operation.left());
    }
    Optional<Double> onLeft = constant(operation.left());
    if (onLeft.isPresent() && operation.operator() == BinaryOperator.MULTIPLY) {
      return of(operation.right()).times(onLeft.get());
    }
    Optional<Double> factor = constant(operation.right());
    if (factor.isEmpty()) {
      return ANY;
    }
    PossibleValues left = of(operation.left());
    return switch (operation.operator()) {
      case MULTIPLY -> left.times(factor.get());
      case DIVIDE -> factor.get() == 0 ? ANY : left.times(1 / factor.get());
      case ADD -> left.plus(factor.get());
      case SUBTRACT -> left.plus(-factor.get());
      case AND, UNLESS -> left;
      default -> ANY;
    };
  }

  /** The value of an expression of numbers. */
  static Optional<Double> constant(Expr expr) {
    if (expr instanceof Parentheses parentheses) {
      return constant(parentheses.inner());
    }
    if (expr instanceof NumberLiteral number) {
      return Optional.of(number.value());
    }
    if (!(expr instanceof BinaryOperation operation)) {
      return Optional.empty();
    }
    Optional<Double> left = constant(operation.left());
    Optional<Double> right = constant(operation.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    double a = left.get();
    double b = right.get();
    return switch (operation.operator()) {
      case ADD -> Optional.of(a + b);
      case SUBTRACT -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> Optional.of(a / b);
      default -> Optional.empty();
    };
  }

  private PossibleValues times(double by) {
    if (reason.isEmpty() || by == 0) {
      return ANY;
    }
    return by > 0
        ? new PossibleValues(low * by, high * by, reason)
        : new PossibleValues(high * by, low * by, reason);
  }

  private PossibleValues plus(double by) {
    return reason.isEmpty() ? ANY : new PossibleValues(low + by, high + by, reason);
  }

  /** Whether a comparison with a number can hold for one of the values. */
  boolean mayBe(BinaryOperator operator, double bound) {
    return switch (operator) {
      case GREATER -> high > bound;
      case GREATER_OR_EQUAL -> high >= bound;
      case LESS -> low < bound;
      case LESS_OR_EQUAL -> low <= bound;
      case EQUAL -> low <= bound && bound <= high;
      case NOT_EQUAL -> low != bound || high != bound;
      default -> true;
    };
  }
}
