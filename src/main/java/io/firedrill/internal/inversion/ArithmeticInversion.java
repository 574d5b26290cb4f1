package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.Aggregator;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.VectorMatching.Cardinality;
import io.firedrill.model.Labels;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Chooses the operands of arithmetic operators. */
final class ArithmeticInversion {

  private static final int SOME = 4;

  private final Inverter inverter;

  ArithmeticInversion(Inverter inverter) {
    this.inverter = inverter;
  }

  void aim(Site site, BinaryOperation operation, Goal goal) {
    Site left = new Site(site.scope(), operation.left());
    Site right = new Site(site.scope(), operation.right());
    if (goal.isNothing()) {
      aimNothing(left, right);
      return;
    }
    if (goal.isAny()) {
      aimAny(left);
      aimAny(right);
      return;
    }
    inverter.layers.compared(left, right);
    Optional<Line> leftValue = inverter.known.value(left);
    Optional<Line> rightValue = inverter.known.value(right);
    if (leftValue.isEmpty() && rightValue.isEmpty()) {
      chooseOne(operation, left, right, goal);
    } else if (rightValue.isPresent() && (leftValue.isEmpty() || !isOpen(right))) {
      solveLeft(operation, left, rightValue.get(), goal);
    } else {
      solveRight(operation, right, leftValue.orElseThrow(), goal);
    }
  }

  private boolean isOpen(Site site) {
    return !inverter.rule.seriesBelow(site).isEmpty();
  }

  private void aimAny(Site side) {
    if (side.expr().type().isVector()) {
      inverter.aim(side, Goal.ANY);
    }
  }

  private void aimNothing(Site left, Site right) {
    boolean leftDecides = inverter.hasConditions(left) || !inverter.hasConditions(right);
    inverter.aim(leftDecides && left.expr().type().isVector() ? left : right, Goal.NOTHING);
  }

  /** Gives one operand a value that is usual for it, so that the other one is determined. */
  private void chooseOne(BinaryOperation operation, Site left, Site right, Goal goal) {
    BinaryOperator operator = operation.operator();
    if (isBool(left) && isBool(right) && operator == BinaryOperator.ADD) {
      double sum = Math.rint(goal.value());
      inverter.aim(left, Goal.exactly(Math.min(1, Math.max(0, sum))));
      inverter.aim(right, Goal.exactly(sum > 1 ? 1 : 0));
      return;
    }
    boolean leftIsFactor =
        operator == BinaryOperator.MULTIPLY
            && (isBool(left) || operation.matching().cardinality() == Cardinality.ONE_TO_MANY)
            && !isBool(right);
    if (leftIsFactor) {
      inverter.aim(left, Goal.exactly(1));
      solveRight(operation, right, Line.constant(1), goal);
      return;
    }
    double usual = usual(operator, right);
    if (overlap(left, right)) {
      solveOverlapping(operation, left, right, goal, usual);
      return;
    }
    inverter.aim(right, Goal.exactly(usual));
    Line chosen = inverter.known.value(right).orElse(Line.constant(usual));
    solveLeft(operation, left, chosen, goal);
  }

  /** If the right side also reads the series of the left side, those come first. */
  private void solveOverlapping(
      BinaryOperation operation, Site left, Site right, Goal goal, double usual) {
    Set<Labels> both = new HashSet<>(inverter.rule.seriesBelow(left));
    both.retainAll(inverter.rule.seriesBelow(right));
    if (both.isEmpty()) {
      solveLeft(operation, left, Line.constant(usual), goal);
      inverter.aim(right, Goal.exactly(usual));
    } else if (isCount(left) || isCount(right)) {
      inverter.rule.replicate(left, SOME);
      inverter.rule.replicate(right, SOME);
      solveLeft(operation, left, Line.constant(usual), goal);
      inverter.aim(right, Goal.exactly(usual));
    } else {
      inverter.aim(right, Goal.exactly(usual));
      inverter.known.value(right).ifPresent(value -> solveLeft(operation, left, value, goal));
    }
  }

  /** Whether both sides read the same metric. */
  private boolean overlap(Site left, Site right) {
    Set<String> metrics = new HashSet<>();
    inverter.rule.seriesBelow(left).forEach(s -> metrics.add(s.metricName()));
    return inverter.rule.seriesBelow(right).stream()
        .anyMatch(s -> metrics.contains(s.metricName()));
  }

  private double usual(BinaryOperator operator, Site side) {
    return switch (operator) {
      case MULTIPLY, POWER -> 1;
      case ADD -> 0;
      default -> nominal(side);
    };
  }

  /** A usual value of something that may have any. */
  double nominal(Site side) {
    if (isBool(side)) {
      return 1;
    }
    return isCount(side) ? SOME : inverter.variant.nominal();
  }

  private boolean isCount(Site site) {
    Expr expr = plain(site.expr());
    if (expr instanceof Selector) {
      Site there = inverter.rule.recorded(new Site(site.scope(), expr));
      return there != null && isCount(there);
    }
    return expr instanceof Aggregation aggregation
        && (aggregation.aggregator() == Aggregator.COUNT
            || inverter.rule.seriesBelow(new Site(site.scope(), expr)).stream()
                .anyMatch(AggregationInversion::isState));
  }

  private boolean isBool(Site site) {
    Expr expr = plain(site.expr());
    if (expr instanceof Selector) {
      Site there = inverter.rule.recorded(new Site(site.scope(), expr));
      return there != null && isBool(there);
    }
    if (expr instanceof FunctionCall call && call.function().name().equals("scalar")) {
      return isBool(new Site(site.scope(), call.arguments().get(0)));
    }
    if (expr instanceof BinaryOperation operation) {
      return operation.outcome() == BinaryOperation.Outcome.BOOL
          || operation.operator() == BinaryOperator.MULTIPLY
              && isBool(new Site(site.scope(), operation.left()))
              && isBool(new Site(site.scope(), operation.right()));
    }
    return false;
  }

  static Expr plain(Expr expr) {
    return expr instanceof Parentheses parentheses ? plain(parentheses.inner()) : expr;
  }

  private void solveLeft(BinaryOperation operation, Site left, Line right, Goal goal) {
    double k = right.level();
    switch (operation.operator()) {
      case ADD -> inverter.aim(left, goal.plus(right.times(-1)));
      case SUBTRACT -> inverter.aim(left, goal.plus(right));
      case MULTIPLY -> {
        if (k == 0) {
          inverter.assignment.fail(operation + " is 0 whatever the left side is");
        } else {
          inverter.aim(left, goal.times(1 / k));
        }
      }
      case DIVIDE -> inverter.aim(left, goal.times(k));
      case POWER -> inverter.aim(left, Goal.exactly(Math.pow(goal.value(), 1 / k)));
      case ATAN2 -> inverter.aim(left, Goal.exactly(Math.tan(goal.value()) * k));
      default -> inverter.aim(left, goal);
    }
  }

  private void solveRight(BinaryOperation operation, Site right, Line left, Goal goal) {
    double k = left.level();
    switch (operation.operator()) {
      case ADD -> inverter.aim(right, goal.plus(left.times(-1)));
      case SUBTRACT -> inverter.aim(right, goal.times(-1).plus(left));
      case MULTIPLY -> {
        if (k == 0) {
          inverter.assignment.fail(operation + " is 0 whatever the right side is");
        } else {
          inverter.aim(right, goal.times(1 / k));
        }
      }
      case DIVIDE -> inverter.aim(right, Goal.exactly(k / goal.value()));
      case POWER -> inverter.aim(right, Goal.exactly(Math.log(goal.value()) / Math.log(k)));
      case MODULO -> inverter.aim(right, Goal.exactly(k - goal.value()));
      default -> inverter.aim(right, goal);
    }
  }
}
