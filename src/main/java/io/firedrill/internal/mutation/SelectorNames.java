package io.firedrill.internal.mutation;

import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Read;
import io.firedrill.internal.promql.Selector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The metrics that expressions read, and expressions that read copies of them. */
final class SelectorNames {

  private SelectorNames() {}

  /** Whether an expression reads a metric by a name; nothing is known of invalid expressions. */
  static boolean reads(String expr, Set<String> metrics) {
    return selectors(expr).stream()
        .anyMatch(selector -> selector.metric().filter(metrics::contains).isPresent());
  }

  /** Whether an expression may read metrics that it does not name, or alerts. */
  static boolean readsOthers(String expr) {
    Optional<Expr> tree = Promql.tryParse(expr);
    return tree.isEmpty()
        || Read.selectors(tree.get()).stream()
            .anyMatch(
                selector ->
                    selector.metric().isEmpty() || selector.metric().get().startsWith("ALERTS"));
  }

  private static List<Selector> selectors(String expr) {
    return Promql.tryParse(expr).map(tree -> selectors(tree)).orElse(List.of());
  }

  private static List<Selector> selectors(Expr tree) {
    return tree.all().stream()
        .filter(Selector.class::isInstance)
        .map(Selector.class::cast)
        .toList();
  }

  /** The expression with a suffix at these metrics; the others stay. */
  static String renamed(String expr, Set<String> metrics, String suffix) {
    StringBuilder text = new StringBuilder(expr);
    List<Selector> found =
        selectors(expr).stream()
            .filter(selector -> selector.metric().filter(metrics::contains).isPresent())
            .sorted(Comparator.comparing((Selector s) -> s.span().start()).reversed())
            .toList();
    for (Selector selector : found) {
      int start = selector.span().start();
      if (!selector.name().isEmpty()) {
        text.insert(start + selector.name().length(), suffix);
      } else {
        String series = selector.span().of(expr);
        String name = selector.metric().orElseThrow();
        text.replace(start, selector.span().end(), series.replace(name, name + suffix));
      }
    }
    return text.toString();
  }
}
