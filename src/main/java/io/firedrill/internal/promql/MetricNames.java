package io.firedrill.internal.promql;

import java.util.Set;
import java.util.TreeSet;

/** The metrics that an expression names. */
public final class MetricNames {

  private MetricNames() {}

  /**
   * The names, sorted. What a selector without a name, or one with a pattern for it, may read is
   * not among them.
   */
  public static Set<String> of(Expr expr) {
    Set<String> names = new TreeSet<>();
    Read.selectors(expr).forEach(selector -> selector.metric().ifPresent(names::add));
    return names;
  }
}
