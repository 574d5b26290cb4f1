package io.firedrill.internal.promql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The selectors of an expression.
 *
 * @param selectors the selectors, such as {@code up{job="a"}}, without ranges and offsets; each
 *     once, in order
 * @param need which of them need samples so that the expression is tested
 */
public record MetricSelectors(List<String> selectors, Need need) {

  /** How many selectors need samples. */
  public enum Need {
    /** Each of them. */
    ALL,
    /** Any of them: {@code or} and {@code unless} work with one side. */
    ANY
  }

  public MetricSelectors {
    selectors = List.copyOf(selectors);
  }

  /** Finds the selectors of an expression; none in invalid text. */
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

  /** Whether the selectors with samples are sufficient. */
  public boolean satisfiedBy(Set<String> present) {
    return need == Need.ALL
        ? present.containsAll(selectors)
        : selectors.stream().anyMatch(present::contains);
  }
}
