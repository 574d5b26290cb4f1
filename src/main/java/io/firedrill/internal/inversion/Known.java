package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.DurationExpr.QueryTimes;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.NumberLiteral;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.UnaryOperation;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value that a part of an expression has with the shapes that are chosen so far. */
final class Known {

  private final RuleShape rule;
  private final Instants instants;
  private final Assignment assignment;
  private final Layers layers;

  /** The series whose value the selector has, while an aggregation goes through them. */
  private Labels current;

  Known(RuleShape rule, Instants instants, Assignment assignment, Layers layers) {
    this.rule = rule;
    this.instants = instants;
    this.assignment = assignment;
    this.layers = layers;
  }

  /** The value; empty if it is not determined yet. */
  Optional<Line> value(Site site) {
    Expr expr = site.expr();
    if (expr instanceof NumberLiteral number) {
      return Optional.of(Line.constant(number.value()));
    }
    if (expr instanceof Parentheses parentheses) {
      return value(new Site(site.scope(), parentheses.inner()));
    }
    if (expr instanceof UnaryOperation operation) {
      Optional<Line> inner = value(new Site(site.scope(), operation.operand()));
      return operation.sign() == UnaryOperation.Sign.MINUS ? inner.map(v -> v.times(-1)) : inner;
    }
    if (expr instanceof Selector) {
      Site there = rule.recorded(site);
      return there == null ? shape(site).flatMap(shape -> level(shape)) : value(there);
    }
    if (expr instanceof Subquery subquery) {
      return value(new Site(site.scope(), subquery.inner()));
    }
    if (expr instanceof FunctionCall call) {
      return ofCall(site, call);
    }
    if (expr instanceof Aggregation aggregation) {
      return ofAggregation(site, aggregation);
    }
    return expr instanceof BinaryOperation operation
        ? ofOperation(site, operation)
        : Optional.empty();
  }

  private static Optional<Line> level(Shape shape) {
    return shape.level().isPresent() && shape.kind() != Shape.Kind.HISTOGRAM
        ? Optional.of(new Line(shape.level().getAsDouble(), shape.slope().orElse(0)))
        : Optional.empty();
  }

  private Optional<Shape> shape(Site leaf) {
    List<Labels> own = rule.series(leaf);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Labels key = current == null ? own.get(0) : current;
    boolean earlier = layers.isEarlier(leaf);
    return Optional.ofNullable(assignment.get(key, earlier))
        .filter(s -> !s.isGone() && !assignment.isAny(key, earlier));
  }

  private Optional<Line> ofCall(Site site, FunctionCall call) {
    String name = call.function().name();
    List<Expr> arguments = call.arguments();
    if (name.equals("time")) {
      return Optional.of(new Line(instants.start(), 1));
    }
    if (name.equals("pi")) {
      return Optional.of(Line.constant(Math.PI));
    }
    if (Calendar.FUNCTIONS.contains(name)) {
      Optional<Line> when =
          arguments.isEmpty()
              ? Optional.of(Line.constant(instants.at()))
              : value(new Site(site.scope(), arguments.get(0))).map(v -> at(v, instants.at()));
      return when.flatMap(
          v -> Calendar.value(name, v.level()).stream().mapToObj(Line::constant).findFirst());
    }
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    Expr last = arguments.get(name.equals("quantile_over_time") ? 1 : 0);
    Site inner = new Site(site.scope(), last);
    double window = RuleShape.range(last);
    return switch (name) {
      case "rate", "irate", "deriv" -> slope(inner);
      case "stddev_over_time", "stdvar_over_time" -> value(inner).map(v -> Line.ZERO);
      case "count_over_time" -> value(inner).map(v -> Line.constant(samples(last)));
      case "increase", "delta" -> slope(inner).map(v -> v.times(window));
      case "idelta" -> slope(inner).map(v -> v.times(instants.step()));
      case "sum_over_time" -> value(inner).map(v -> v.times(samples(last)));
      case "avg_over_time",
          "min_over_time",
          "max_over_time",
          "last_over_time",
          "first_over_time",
          "quantile_over_time",
          "scalar",
          "vector",
          "label_replace",
          "label_join",
          "sort",
          "sort_desc" ->
          value(inner);
      default ->
          value(inner)
              .filter(Line::isConstant)
              .flatMap(v -> Elementary.apply(name, v.level(), numbers(site, call)));
    };
  }

  private Line at(Line line, double time) {
    return Line.constant(line.level() + line.slope() * (time - instants.start()));
  }

  /** The values of the numeric arguments after the first. */
  List<Double> numbers(Site site, FunctionCall call) {
    List<Double> found = new ArrayList<>();
    for (Expr argument : call.arguments().subList(1, call.arguments().size())) {
      value(new Site(site.scope(), argument))
          .filter(Line::isConstant)
          .ifPresent(v -> found.add(v.level()));
    }
    return found;
  }

  /** How many samples a window contains. */
  double samples(Expr range) {
    double step =
        range instanceof Subquery subquery
            ? subquery.step().map(s -> s.seconds(QueryTimes.INSTANT)).orElse(instants.step())
            : instants.step();
    return Math.max(1, Math.floor(RuleShape.range(range) / step));
  }

  private Optional<Line> slope(Site inner) {
    if (!(inner.expr() instanceof Selector) || rule.recorded(inner) != null) {
      return Optional.empty();
    }
    return shape(inner)
        .filter(s -> s.kind() == Shape.Kind.LINE && s.slope().isPresent())
        .map(s -> Line.constant(s.slope().getAsDouble()));
  }

  private Optional<Line> ofAggregation(Site site, Aggregation aggregation) {
    Site operand = new Site(site.scope(), aggregation.operand());
    List<Line> elements = elements(operand);
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    return switch (aggregation.aggregator()) {
      case SUM -> Optional.of(elements.stream().reduce(Line.ZERO, Line::plus));
      case COUNT -> Optional.of(Line.constant(elements.size()));
      case GROUP -> Optional.of(Line.constant(1));
      case AVG ->
          Optional.of(elements.stream().reduce(Line.ZERO, Line::plus).times(1.0 / elements.size()));
      default -> Optional.of(elements.get(0));
    };
  }

  /** The elements of the operand of an aggregation. */
  List<Line> elements(Site operand) {
    List<Leaf> leaves = rule.leavesBelow(operand);
    if (leaves.size() != 1) {
      return value(operand).map(List::of).orElse(List.of());
    }
    Labels outer = current;
    List<Line> found = new ArrayList<>();
    for (Labels key : selected(leaves.get(0))) {
      current = key;
      value(operand).ifPresent(found::add);
    }
    current = outer;
    return found;
  }

  /** The series, among those that have a shape, that a selector selects. */
  List<Labels> selected(Leaf leaf) {
    List<Labels> found = new ArrayList<>();
    boolean earlier = layers.isEarlier(leaf.site());
    for (Labels key : (earlier ? assignment.before() : assignment.now()).keySet()) {
      if (SelectedSeries.selects(leaf.selector(), key)) {
        found.add(key);
      }
    }
    return found;
  }

  private Optional<Line> ofOperation(Site site, BinaryOperation operation) {
    Optional<Line> left = value(new Site(site.scope(), operation.left()));
    if (operation.operator().kind() == BinaryOperator.Kind.SET) {
      return left;
    }
    Optional<Line> right = value(new Site(site.scope(), operation.right()));
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return of(operation, left.get(), right.get());
  }

  private static Optional<Line> of(BinaryOperation operation, Line left, Line right) {
    BinaryOperator operator = operation.operator();
    if (operator.kind() == BinaryOperator.Kind.COMPARISON) {
      boolean holds =
          Interval.where(operator, NiceNumbers.clean(right.level()))
              .contains(NiceNumbers.clean(left.level()));
      if (operation.outcome() == BinaryOperation.Outcome.BOOL) {
        return Optional.of(Line.constant(holds ? 1 : 0));
      }
      boolean scalarLeft = !operation.left().type().isVector();
      return holds ? Optional.of(scalarLeft ? right : left) : Optional.empty();
    }
    switch (operator) {
      case ADD:
        return Optional.of(left.plus(right));
      case SUBTRACT:
        return Optional.of(left.minus(right));
      case MULTIPLY:
        if (right.isConstant()) {
          return Optional.of(left.times(right.level()));
        }
        return left.isConstant() ? Optional.of(right.times(left.level())) : Optional.empty();
      case DIVIDE:
        return right.isConstant() && right.level() != 0
            ? Optional.of(left.times(1 / right.level()))
            : Optional.empty();
      default:
        return left.isConstant() && right.isConstant()
            ? Elementary.apply(operator, left.level(), right.level())
            : Optional.empty();
    }
  }
}
