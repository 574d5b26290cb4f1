package io.firedrill.internal.promql;

import java.util.Set;
import java.util.TreeSet;

/** Finds the metrics that an expression names. */
public final class MetricNames {

  private MetricNames() {}

  /**
   * The names, sorted. Metrics of selectors without a name, or with a regular expression for it,
   * are not included.
   */
  public static Set<String> of(Expr expr) {
    Set<String> names = new TreeSet<>();
    Read.selectors(expr).forEach(selector -> selector.metric().ifPresent(names::add));
    return names;
  }
}
