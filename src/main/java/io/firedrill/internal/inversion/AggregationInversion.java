package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.Aggregator;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Selector;
import io.firedrill.model.Labels;
import java.util.List;

/** Chooses the elements that an aggregation aggregates. */
final class AggregationInversion {

  private static final int MOST = 40;
  private static final int SOME = 4;

  private final Inverter inverter;

  AggregationInversion(Inverter inverter) {
    this.inverter = inverter;
  }

  /** Whether the values of a series are 0 and 1. */
  static boolean isState(Labels series) {
    String metric = series.metricName();
    return metric.equals("up")
        || metric.endsWith("_up")
        || metric.equals("probe_success")
        || metric.endsWith("_healthy")
        || metric.endsWith("_online")
        || metric.equals("kube_node_status_condition")
        || metric.equals("kube_pod_status_ready");
  }

  void aim(Site site, Aggregation aggregation, Goal goal) {
    Site operand = new Site(site.scope(), aggregation.operand());
    if (goal.wanted() != Goal.Wanted.VALUE) {
      inverter.aim(operand, goal);
      return;
    }
    switch (aggregation.aggregator()) {
      case SUM -> {
        if (isBool(operand) || isStates(operand)) {
          aimStates(operand, aggregation, goal, 1);
        } else {
          aimSum(operand, goal);
        }
      }
      case AVG -> {
        if (isBool(operand) || isStates(operand)) {
          aimStates(operand, aggregation, goal, SOME);
        } else {
          inverter.aim(operand, goal);
        }
      }
      case COUNT, COUNT_VALUES -> aimCount(operand, aggregation, goal);
      case GROUP -> {
        if (goal.allows(1)) {
          inverter.aim(operand, Goal.ANY);
        } else {
          inverter.assignment.fail("group() always returns 1");
        }
      }
      case STDDEV -> aimSpread(operand, aggregation, goal.value());
      case STDVAR -> aimSpread(operand, aggregation, Math.sqrt(Math.max(0, goal.value())));
      default -> inverter.aim(operand, goal);
    }
  }

  private boolean isStates(Site operand) {
    return ArithmeticInversion.plain(operand.expr()) instanceof Selector
        && inverter.rule.leavesBelow(operand).size() == 1
        && inverter.rule.seriesBelow(operand).stream().allMatch(AggregationInversion::isState);
  }

  private static boolean isBool(Site operand) {
    return ArithmeticInversion.plain(operand.expr()) instanceof BinaryOperation operation
        && operation.operator().kind() == BinaryOperator.Kind.COMPARISON
        && operation.outcome() == BinaryOperation.Outcome.BOOL;
  }

  /** The series of other selectors that are part of the sum as well are subtracted. */
  private void aimSum(Site operand, Goal goal) {
    List<Leaf> leaves = inverter.rule.leavesBelow(operand);
    Goal own = goal;
    int copies = 1;
    if (leaves.size() == 1) {
      List<Labels> series = inverter.rule.series(leaves.get(0).site());
      Line others = others(operand, leaves.get(0), series);
      own = goal.plus(others.times(-1));
      copies = leaves.get(0).isHistogram() ? 1 : series.size();
    }
    inverter.aim(operand, copies == 1 ? own : own.times(1.0 / copies));
  }

  private Line others(Site operand, Leaf leaf, List<Labels> own) {
    Line all = inverter.known.elements(operand).stream().reduce(Line.ZERO, Line::plus);
    boolean ownIsChosen = inverter.known.selected(leaf).stream().anyMatch(own::contains);
    return ownIsChosen ? Line.ZERO : all;
  }

  /** So many elements that their number satisfies the comparison. */
  private void aimCount(Site operand, Aggregation aggregation, Goal goal) {
    int count = number(goal, 1);
    if (count < 1 && goal.allows(0) && inverter.isAnyFlipped()) {
      inverter.aim(operand, Goal.NOTHING);
      return;
    }
    if (count < 1) {
      inverter.assignment.fail("count() never returns a number for which the comparison holds");
      return;
    }
    int all = Math.max(count, Math.max(present(operand), copies(operand)));
    int spare = inverter.hasConditions(operand) ? Math.max(all, count) : count;
    inverter.rule.replicate(operand, Math.max(spare, all), Distinguishing.labels(aggregation));
    if (ArithmeticInversion.plain(operand.expr()) instanceof Aggregation inner
        && inner.aggregator() == Aggregator.COUNT_VALUES) {
      for (int i = 0; i < count; i++) {
        inverter.aimCopies(
            i, i + 1, new Site(operand.scope(), inner.operand()), Goal.exactly(i + 1));
      }
      return;
    }
    inverter.aimCopies(0, count, operand, Goal.ANY);
    if (count < copies(operand)) {
      inverter.aimCopies(count, copies(operand), operand, Goal.NOTHING);
    }
  }

  /** Elements of 0 and 1; their sum, or their average, satisfies the comparison. */
  private void aimStates(Site operand, Aggregation aggregation, Goal goal, int divisor) {
    int all = Math.max(SOME, copies(operand));
    Goal sum = divisor == 1 ? goal : goal.times(all);
    int count = number(sum, 0);
    if (count < 0) {
      inverter.aim(operand, goal);
      return;
    }
    inverter.rule.replicate(operand, Math.max(all, count), Distinguishing.labels(aggregation));
    int copies = copies(operand);
    inverter.aimCopies(0, count, operand, Goal.exactly(1));
    inverter.aimCopies(count, copies, operand, Goal.exactly(0));
  }

  /** The number nearest to the goal that satisfies the comparison; -1 if there is none. */
  private static int number(Goal goal, int least) {
    int best = -1;
    for (int n = least; n <= MOST; n++) {
      boolean nearer = best < 0 || Math.abs(n - goal.value()) < Math.abs(best - goal.value());
      if (goal.allows(n) && nearer) {
        best = n;
      }
    }
    return best;
  }

  private int copies(Site operand) {
    int most = 1;
    for (Leaf leaf : inverter.rule.leavesBelow(operand)) {
      most = Math.max(most, inverter.rule.series(leaf.site()).size());
    }
    return most;
  }

  private int present(Site operand) {
    int most = 0;
    for (Leaf leaf : inverter.rule.leavesBelow(operand)) {
      most = Math.max(most, inverter.known.selected(leaf).size());
    }
    return most;
  }

  /** Two elements, one above and one below the average. */
  private void aimSpread(Site operand, Aggregation aggregation, double deviation) {
    double middle = Math.max(inverter.variant.nominal(), Math.ceil(deviation));
    inverter.rule.replicate(operand, 2, Distinguishing.labels(aggregation));
    inverter.aimCopies(0, 1, operand, Goal.exactly(middle + deviation));
    inverter.aimCopies(1, 2, operand, Goal.exactly(middle - deviation));
  }
}
