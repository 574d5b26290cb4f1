package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Selector;
import java.util.List;
import java.util.Optional;

/** Chooses the arguments of functions. */
final class FunctionInversion {

  private static final double TWO = 2;

  private final Inverter inverter;
  private final HistogramInversion histograms;

  FunctionInversion(Inverter inverter) {
    this.inverter = inverter;
    this.histograms = new HistogramInversion(inverter);
  }

  void aim(Site site, FunctionCall call, Goal goal) {
    String name = call.function().name();
    List<Expr> arguments = call.arguments();
    if (arguments.isEmpty() || Calendar.FUNCTIONS.contains(name)) {
      arguments.forEach(a -> inverter.aim(new Site(site.scope(), a), Goal.ANY));
      return;
    }
    if (name.equals("absent") || name.equals("absent_over_time")) {
      aimAbsent(site, call, goal);
      return;
    }
    if (name.startsWith("histogram_")) {
      histograms.aim(site, call, goal);
      return;
    }
    Site inner = new Site(site.scope(), arguments.get(name.equals("quantile_over_time") ? 1 : 0));
    if (name.equals("vector")) {
      aimVector(inner, goal);
    } else if (goal.isNothing()) {
      inverter.aim(inner, goal);
    } else if (RuleShape.range(inner.expr()) > 0) {
      aimRange(site, call, inner, goal);
    } else if (goal.isAny()) {
      inverter.aim(inner, goal);
    } else {
      aimElement(name, inner, goal);
    }
  }

  private void aimVector(Site scalar, Goal goal) {
    if (goal.isNothing()) {
      inverter.assignment.fail("vector() always returns something");
    } else if (inverter.known.value(scalar).isEmpty()) {
      inverter.aim(scalar, goal);
    }
  }

  private void aimAbsent(Site site, FunctionCall call, Goal goal) {
    boolean absent = inverter.isWanted(site, !goal.isNothing());
    inverter.aim(new Site(site.scope(), call.arguments().get(0)), absent ? Goal.NOTHING : Goal.ANY);
  }

  private void aimElement(String name, Site inner, Goal goal) {
    if (name.equals("timestamp")) {
      aimTimestamp(inner, goal);
      return;
    }
    boolean passes =
        switch (name) {
          case "scalar",
              "label_replace",
              "label_join",
              "sort",
              "sort_desc",
              "sort_by_label",
              "sort_by_label_desc",
              "info",
              "abs",
              "clamp_min",
              "clamp_max",
              "clamp" ->
              true;
          default -> false;
        };
    if (passes) {
      inverter.aim(inner, goal);
      return;
    }
    Optional<Double> argument = Elementary.inverse(name, goal.value());
    if (argument.isPresent()) {
      inverter.aim(inner, Goal.exactly(argument.get()));
    } else {
      inverter.assignment.fail("no argument is known for which " + name + "() has this value");
    }
  }

  /** A sample's age: the series ends, and its last sample stays visible for five minutes. */
  private void aimTimestamp(Site inner, Goal goal) {
    double age = inverter.instants.start() - goal.target().level();
    inverter.aim(inner, age > inverter.instants.step() ? Goal.NOTHING : Goal.ANY);
  }

  private void aimRange(Site site, FunctionCall call, Site inner, Goal goal) {
    String name = call.function().name();
    double window = RuleShape.range(inner.expr());
    double y = goal.isAny() ? 1 : goal.value();
    switch (name) {
      case "rate", "irate" -> slope(inner, y, true);
      case "deriv" -> slope(inner, goal.isAny() ? 0 : y, false);
      case "increase" -> slope(inner, y / window, true);
      case "delta" -> slope(inner, goal.isAny() ? 0 : y / window, false);
      case "idelta" -> slope(inner, goal.isAny() ? 0 : y / inverter.instants.step(), false);
      case "predict_linear" -> predicted(site, call, inner, goal);
      case "changes" -> form(inner, Shape.of(Shape.Kind.CHANGING, 0, y / window), y);
      case "resets" -> form(inner, Shape.of(Shape.Kind.RESTARTING, 0, y / window), y);
      case "stddev_over_time", "mad_over_time" ->
          form(inner, Shape.of(Shape.Kind.SWINGING, middle(y), y), y);
      case "stdvar_over_time" ->
          form(inner, Shape.of(Shape.Kind.SWINGING, middle(y), Math.sqrt(Math.max(0, y))), y);
      case "count_over_time" -> count(inner, goal);
      case "sum_over_time" ->
          inverter.aim(
              inner, goal.isAny() ? goal : goal.times(1 / inverter.known.samples(inner.expr())));
      case "present_over_time" -> inverter.aim(inner, Goal.ANY);
      default -> inverter.aim(inner, goal);
    }
  }

  private double middle(double y) {
    return Math.max(inverter.variant.nominal(), TWO * Math.abs(y));
  }

  private void slope(Site inner, double perSecond, boolean counter) {
    if (counter && perSecond < 0) {
      inverter.assignment.fail("a rate is never negative");
    }
    if (!isLeaf(inner)) {
      inverter.aim(inner, Goal.exactly(new Line(0, perSecond)));
    } else if (counter) {
      inverter.shape(inner, Shape.slope(Math.max(0, perSecond)));
    } else {
      double level = perSecond < 0 ? -TWO * perSecond * inverter.instants.length() : 0;
      Line line = through(NiceNumbers.rounded(level, 0, Double.MAX_VALUE), perSecond);
      inverter.shape(inner, Shape.line(line));
    }
  }

  /** The line with this value where the decisive part begins. */
  private Line through(double value, double slope) {
    return new Line(value - slope * inverter.instants.begin(), slope);
  }

  private boolean isLeaf(Site site) {
    return site.expr() instanceof Selector && inverter.rule.recorded(site) == null;
  }

  private void form(Site inner, Shape shape, double y) {
    if (!isLeaf(inner)) {
      inverter.aim(inner, Goal.ANY);
    } else if (y <= 0) {
      inverter.aim(inner, Goal.exactly(shape.level().orElse(1)));
    } else {
      inverter.shape(inner, shape);
    }
  }

  /** Constantly, or so many samples of each window. */
  private void count(Site inner, Goal goal) {
    double all = inverter.known.samples(inner.expr());
    if (goal.isAny() || goal.allows(all) || !isLeaf(inner)) {
      boolean none = !goal.isAny() && !goal.allows(all) && goal.value() < 1;
      inverter.aim(inner, none ? Goal.NOTHING : Goal.ANY);
    } else if (goal.value() < 1) {
      inverter.aim(inner, Goal.NOTHING);
    } else {
      double window = RuleShape.range(inner.expr());
      inverter.shape(inner, Shape.of(Shape.Kind.SPARSE, 1, goal.value() / window));
    }
  }

  /** A line that reaches the value when it is continued. */
  private void predicted(Site site, FunctionCall call, Site inner, Goal goal) {
    double ahead =
        inverter.known.numbers(site, call).stream().findFirst().orElse(inverter.instants.length());
    if (goal.isAny()) {
      inverter.aim(inner, goal);
      return;
    }
    double y = goal.value();
    double level =
        inverter
            .known
            .value(inner)
            .map(v -> v.level() + v.slope() * inverter.instants.begin())
            .orElse(y <= 0 ? inverter.variant.nominal() : y / TWO);
    double bound = goal.bound();
    boolean below = y < bound || y == bound && goal.range().low() == Double.NEGATIVE_INFINITY;
    // The prediction moves while time passes: it has to stay on its side of the bound.
    boolean falls = y < level;
    boolean movesOn = below == falls;
    double until = movesOn ? ahead : ahead + inverter.instants.length();
    double slope = (y - level) / until;
    if (isLeaf(inner)) {
      inverter.shape(inner, Shape.line(through(level, slope)));
    } else {
      inverter.aim(inner, Goal.exactly(through(level, slope)));
    }
  }
}
