package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the buckets of histograms, classic and native. */
final class HistogramInversion {

  private static final double TWO = 2;
  private static final double PER_SECOND = 1;

  private final Inverter inverter;

  /** The bounds of each classic histogram's buckets. */
  private final Map<Labels, double[]> bounds = new HashMap<>();

  HistogramInversion(Inverter inverter) {
    this.inverter = inverter;
  }

  void aim(Site site, FunctionCall call, Goal goal) {
    String name = call.function().name();
    Expr last = call.arguments().get(call.arguments().size() - 1);
    Site inner =
        new Site(site.scope(), name.equals("histogram_quantiles") ? call.arguments().get(0) : last);
    List<Leaf> leaves = inverter.rule.leavesBelow(inner);
    if (goal.isNothing()) {
      inverter.aim(inner, goal);
      return;
    }
    for (Leaf leaf : leaves) {
      if (leaf.isHistogram()) {
        classic(leaf, goal, isRate(call));
      } else {
        inverter.shape(leaf.site(), nativeShape(name, goal));
      }
    }
  }

  private static boolean isRate(FunctionCall call) {
    for (Expr expr : call.all()) {
      if (expr instanceof FunctionCall inner
          && List.of("rate", "increase", "irate").contains(inner.function().name())) {
        return true;
      }
    }
    return false;
  }

  /** All observations are in the bucket above the bound, or in the one below it. */
  private void classic(Leaf leaf, Goal goal, boolean isRate) {
    double bound = goal.isAny() ? 1 : goal.bound();
    double middle = bound > 0 ? bound : 1;
    boolean above = !goal.isAny() && goal.value() > bound;
    boolean far = !goal.isAny() && goal.value() < bound * 0.75;
    double[] edges =
        bounds.computeIfAbsent(
            inverter.rule.series(leaf.site()).get(0),
            any ->
                new double[] {
                  NiceNumbers.clean(middle / TWO), middle, middle * TWO, Double.POSITIVE_INFINITY
                });
    double from = above ? edges[2] : far ? edges[0] : edges[1];
    Labels base = inverter.rule.series(leaf.site()).get(0);
    List<Labels> buckets = new ArrayList<>();
    for (double edge : edges) {
      double count = edge >= from ? PER_SECOND : 0;
      Labels bucket = base.with("le", edgeText(edge));
      buckets.add(bucket);
      Shape shape = isRate ? Shape.slope(count) : Shape.constant(count * 100);
      inverter.assignment.set(bucket, shape, inverter.layers.isEarlier(leaf.site()));
    }
  }

  private static String edgeText(double edge) {
    return Double.isInfinite(edge) ? "+Inf" : NiceNumbers.text(edge);
  }

  private Shape nativeShape(String name, Goal goal) {
    double y = goal.isAny() ? 1 : goal.value();
    double bound = goal.isAny() ? 1 : goal.bound();
    return switch (name) {
      case "histogram_count" -> Shape.histogram(1, y);
      case "histogram_sum" -> Shape.histogram(y, PER_SECOND);
      case "histogram_quantile", "histogram_quantiles" ->
          Shape.histogram(y > bound ? TWO * bound : y == bound ? bound / TWO : y / TWO, PER_SECOND);
      case "histogram_fraction" -> Shape.histogram(y > bound ? 1e-3 : 1e3, PER_SECOND);
      default -> Shape.histogram(y, PER_SECOND);
    };
  }
}
