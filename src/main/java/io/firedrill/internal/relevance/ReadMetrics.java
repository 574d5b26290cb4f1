package io.firedrill.internal.relevance;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Read;
import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The metrics that some rules and queries read. Other labels than the name do not matter: a test
 * may feed series to show that a rule ignores them.
 */
public final class ReadMetrics {

  /** Prometheus reads and writes these itself. */
  private static final Set<String> OWN = Set.of("ALERTS", "ALERTS_FOR_STATE");

  private final List<Selector> selectors = new ArrayList<>();
  private final Map<String, Position> names = new TreeMap<>();
  private final List<String> templates = new ArrayList<>();
  private boolean unknown;

  /** What these read; of an expression that the parser does not know, anything. */
  public static ReadMetrics of(List<Rule> rules, List<String> queries) {
    ReadMetrics reads = new ReadMetrics();
    for (Rule rule : rules) {
      Optional<Expr> expr = reads.add(rule.expr());
      expr.ifPresent(e -> reads.name(e, rule));
      reads.addTemplates(rule);
    }
    queries.forEach(reads::add);
    return reads;
  }

  private Optional<Expr> add(String text) {
    Optional<Expr> expr = Promql.tryParse(text);
    unknown |= expr.isEmpty();
    expr.ifPresent(e -> selectors.addAll(Read.selectors(e)));
    return expr;
  }

  private void name(Expr expr, Rule rule) {
    for (Selector selector : Read.selectors(expr)) {
      selector
          .metric()
          .ifPresent(
              metric ->
                  names.putIfAbsent(metric, rule.exprScalar().positionAt(selector.span().start())));
    }
  }

  /** A template may query: {{ query "up" }}. */
  private void addTemplates(Rule rule) {
    for (String key : List.of("labels", "annotations")) {
      if (rule.node().get(key).orElse(null) instanceof YamlMapping texts) {
        texts.entries().stream()
            .map(YamlMapping.Entry::value)
            .filter(YamlScalar.class::isInstance)
            .map(value -> ((YamlScalar) value).text())
            .filter(text -> text.contains("query"))
            .forEach(templates::add);
      }
    }
  }

  /** Whether any of them reads the metric of a series. */
  public boolean read(Labels series) {
    String metric = series.metricName();
    return unknown
        || OWN.contains(metric)
        || selectors.stream().anyMatch(s -> reads(s, series))
        || !metric.isEmpty() && templates.stream().anyMatch(t -> t.contains(metric));
  }

  private static boolean reads(Selector selector, Labels series) {
    List<LabelMatcher> ofName =
        selector.matchers().stream().filter(m -> m.name().equals(Labels.METRIC_NAME)).toList();
    return ofName.isEmpty()
        ? SelectedSeries.selects(selector, series)
        : ofName.stream().allMatch(m -> SelectedSeries.matches(m, series));
  }

  /** A metric with a similar name that a rule reads, and where. */
  public Optional<String> nearest(String metric) {
    return Nearness.metric(metric, names.keySet()).map(name -> name + " (" + names.get(name) + ")");
  }
}
