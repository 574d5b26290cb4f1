package io.firedrill.internal.prometheus;

import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Read;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the order of units that are due at the same instant affects their results. */
public enum UnitOrder {
  /** A unit may read what another one records, so they must run one after the other. */
  MATTERS,
  /** No unit reads what another one records, so they may run together, which is faster. */
  INDIFFERENT;

  /** The metrics that Prometheus records for alerting rules. */
  private static final Set<String> ALERTS = Set.of("ALERTS", "ALERTS_FOR_STATE");

  /** Whether the order of these units matters. */
  public static UnitOrder of(List<EvaluationUnit> units) {
    boolean matters = units.size() > 1 && units.stream().anyMatch(u -> mayReadAnother(u, units));
    return matters ? MATTERS : INDIFFERENT;
  }

  private static boolean mayReadAnother(EvaluationUnit reader, List<EvaluationUnit> units) {
    Set<String> recorded =
        units.stream()
            .filter(u -> u != reader)
            .flatMap(UnitOrder::rules)
            .filter(r -> r.kind() == RuleStatus.Kind.RECORDING)
            .map(Rule::name)
            .collect(Collectors.toSet());
    return rules(reader).anyMatch(rule -> mayReadAny(recorded, rule) || hasQueryingTemplate(rule));
  }

  /** Selectors without a name, and expressions that Firedrill cannot parse, may read anything. */
  private static boolean mayReadAny(Set<String> recorded, Rule rule) {
    return Promql.tryParse(rule.expr())
        .map(
            expr ->
                Read.selectors(expr).stream()
                    .map(Selector::metric)
                    .anyMatch(
                        metric ->
                            metric.isEmpty()
                                || ALERTS.contains(metric.get())
                                || recorded.contains(metric.get())))
        .orElse(true);
  }

  /** Templates can run queries, too. */
  private static boolean hasQueryingTemplate(Rule rule) {
    return Stream.of("annotations", "labels")
        .flatMap(key -> rule.node().get(key).stream())
        .flatMap(UnitOrder::values)
        .anyMatch(value -> value.toString().contains("query"));
  }

  private static Stream<YamlNode> values(YamlNode node) {
    return node instanceof YamlMapping mapping
        ? mapping.entries().stream().map(YamlMapping.Entry::value)
        : Stream.of();
  }

  private static Stream<Rule> rules(EvaluationUnit unit) {
    return unit.groups().stream().flatMap(g -> g.rules().stream());
  }
}
