package io.firedrill.internal.promql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression reads.
 *
 * @param selectors the selectors, such as {@code up{job="a"}}, without ranges and offsets; each
 *     once, in order
 * @param need which of them have to have samples for the expression to be put to the test
 */
public record MetricSelectors(List<String> selectors, Need need) {

  /** How many selectors have to have samples. */
  public enum Need {
    /** Each of them. */
    ALL,
    /** Any: where one side of {@code or} or {@code unless} is absent, the other speaks. */
    ANY
  }

  public MetricSelectors {
    selectors = List.copyOf(selectors);
  }

  /** Finds them; in what is no expression, there are none. */
  public static MetricSelectors of(String expression) {
    return Promql.tryParse(expression)
        .map(MetricSelectors::of)
        .orElseGet(() -> new MetricSelectors(List.of(), Need.ALL));
  }

  private static MetricSelectors of(Expr expr) {
    Set<String> selectors = new LinkedHashSet<>();
    Read.selectors(expr).forEach(selector -> selectors.add(selector.seriesText()));
    boolean any = expr.all().stream().anyMatch(MetricSelectors::needsOneSide);
    return new MetricSelectors(List.copyOf(selectors), any ? Need.ANY : Need.ALL);
  }

  private static boolean needsOneSide(Expr expr) {
    return expr instanceof BinaryOperation operation
        && (operation.operator() == BinaryOperator.OR
            || operation.operator() == BinaryOperator.UNLESS);
  }

  /** Whether the selectors that have samples are enough for the expression to say something. */
  public boolean satisfiedBy(Set<String> present) {
    return need == Need.ALL
        ? present.containsAll(selectors)
        : selectors.stream().anyMatch(present::contains);
  }
}
