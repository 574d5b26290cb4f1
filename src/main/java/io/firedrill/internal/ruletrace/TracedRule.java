package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Printer;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Read;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A rule, its group, and the tree of its expression.
 *
 * @param labels the labels that the rule and its group add; values with templates as written
 */
record TracedRule(EvaluationUnit unit, Rule rule, Expr expr, Map<String, String> labels) {

  /** Longer parts are cut. */
  private static final int SHOWN = 100;

  /** The rules of a name whose expressions the parser knows. */
  static List<TracedRule> named(String name, RuleStatus.Kind kind, List<EvaluationUnit> units) {
    List<TracedRule> found = new ArrayList<>();
    for (EvaluationUnit unit : units) {
      for (RuleGroup group : unit.groups()) {
        for (Rule rule : group.rules()) {
          if (rule.kind() == kind && rule.name().equals(name)) {
            Promql.tryParse(rule.expr())
                .map(expr -> new TracedRule(unit, rule, expr, labels(group, rule)))
                .ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private static Map<String, String> labels(RuleGroup group, Rule rule) {
    Map<String, String> labels = new TreeMap<>();
    for (YamlMapping node : List.of(group.node(), rule.node())) {
      if (node.get("labels").orElse(null) instanceof YamlMapping mapping) {
        for (YamlMapping.Entry entry : mapping.entries()) {
          if (entry.value() instanceof YamlScalar value && !value.isNull()) {
            labels.put(entry.key().text(), value.text());
          }
        }
      }
    }
    return labels;
  }

  /** How much earlier the data of an evaluation are. */
  Duration lookBack() {
    return unit.queryOffset().orElse(Duration.ZERO);
  }

  /** The newest time of which a selector reads samples at an evaluation. */
  Instant readTime(Selector selector, Instant evaluation) {
    Instant data = evaluation.minus(lookBack());
    return Read.of(expr, Duration.ZERO).stream()
        .filter(read -> read.selector() == selector)
        .map(read -> read.anchor().orElse(data).minus(read.newest()))
        .findFirst()
        .orElse(data);
  }

  /** The rule's own evaluations among those of a run that starts at an instant. */
  boolean isEvaluatedAt(Instant time, Instant start) {
    return Duration.between(start, time).toMillis() % unit.interval().toMillis() == 0;
  }

  /** Its last evaluation at or before an instant. */
  Instant evaluation(Instant time, Instant start) {
    long passed = Duration.between(start, time).toMillis() / unit.interval().toMillis();
    return start.plus(unit.interval().multipliedBy(passed));
  }

  /** {@code for} or {@code keep_firing_for}; zero where it is absent. */
  Duration duration(String key) {
    return rule.node().get(key).orElse(null) instanceof YamlScalar text
        ? PrometheusDuration.parse(text.text()).orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  /** A label's value, if it is the same for all alerts. */
  Optional<String> fixed(String label) {
    return Optional.ofNullable(labels.get(label)).filter(value -> !value.contains("{{"));
  }

  /** A part as it is written. */
  String text(Expr part) {
    return part.span().of(rule.expr());
  }

  Position position(Expr part) {
    return rule.exprScalar().positionAt(part.span().start());
  }

  /** A part in one line; long ones are cut. */
  static String shown(Expr part) {
    String text = Printer.print(part);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
  }

  /** A part in one line, and where it is. */
  String placed(Expr part) {
    return shown(part) + " (" + position(part) + ")";
  }
}
