package io.firedrill.internal.coverage;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule with its group's labels and interval.
 *
 * @param rule the rule
 * @param labels the labels that it adds; templates in values are not expanded
 * @param item the item that coverage counts
 * @param interval its group's interval
 */
record LoadedRule(Rule rule, Labels labels, CoverageItem item, Duration interval) {

  private static final String LABELS = "labels";

  static List<LoadedRule> of(Phase phase, RuleStatus.Kind kind, Duration defaultInterval) {
    return phase.groups().stream()
        .flatMap(
            group ->
                group.rules().stream()
                    .filter(rule -> rule.kind() == kind)
                    .map(rule -> of(group, rule, defaultInterval)))
        .toList();
  }

  private static LoadedRule of(RuleGroup group, Rule rule, Duration defaultInterval) {
    Map<String, String> labels = new TreeMap<>();
    putLabels(group.node(), labels);
    putLabels(rule.node(), labels);
    CoverageKind kind =
        rule.kind() == RuleStatus.Kind.ALERTING ? CoverageKind.ALERT : CoverageKind.RECORDING;
    Labels all = Labels.copyOf(labels);
    return new LoadedRule(
        rule,
        all,
        CoverageItem.of(kind, rule.name(), all, rule.position()),
        group.interval().orElse(defaultInterval));
  }

  private static void putLabels(YamlMapping node, Map<String, String> labels) {
    if (node.get(LABELS).orElse(null) instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        if (entry.value() instanceof YamlScalar value && !value.isNull()) {
          labels.put(entry.key().text(), value.text());
        }
      }
    }
  }

  /** Whether its alerts are pending before they fire. */
  boolean waits() {
    YamlNode wait = rule.node().get("for").orElse(null);
    return wait instanceof YamlScalar text
        && PrometheusDuration.parse(text.text()).filter(d -> !d.isZero()).isPresent();
  }

  /** Whether the labels of an alert are compatible with the rule's. */
  boolean mayRaise(Labels alert) {
    return alert.get(Labels.ALERT_NAME).filter(rule.name()::equals).isPresent()
        && plain().asMap().entrySet().stream()
            .allMatch(e -> alert.get(e.getKey()).filter(e.getValue()::equals).isPresent());
  }

  /** Whether it raises an alert with exactly these labels from an element of its expression. */
  boolean raises(Labels alert, Labels element) {
    Labels raised =
        element.without(Labels.METRIC_NAME).merge(labels).with(Labels.ALERT_NAME, rule.name());
    return withoutTemplates(raised).equals(withoutTemplates(alert));
  }

  private Labels plain() {
    return withoutTemplates(labels);
  }

  private Labels withoutTemplates(Labels others) {
    return others.filter(name -> !labels.get(name).orElse("").contains("{{"));
  }
}
