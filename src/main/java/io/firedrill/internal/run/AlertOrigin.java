package io.firedrill.internal.run;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rules that an alert may come from: those with its name whose labels it has. {@code ALERTS}
 * does not identify the rule.
 *
 * @param units the units of each schedule that have such a rule, by their index there
 */
record AlertOrigin(Map<EvaluationSchedule, Set<Integer>> units) {

  // Set by Prometheus itself, independent of the rule.
  private static final Set<String> OWN =
      Set.of(Labels.ALERT_NAME, Labels.METRIC_NAME, AlertHistory.STATE_LABEL);

  /** By name only, if no rule's labels match. */
  static AlertOrigin of(Labels alert, Collection<EvaluationSchedule> schedules) {
    AlertOrigin exact =
        of(schedules, (group, rule) -> isNamed(rule, alert) && isLabelled(group, rule, alert));
    return exact.units.values().stream().allMatch(Set::isEmpty)
        ? of(schedules, (group, rule) -> isNamed(rule, alert))
        : exact;
  }

  private static AlertOrigin of(
      Collection<EvaluationSchedule> schedules, BiPredicate<RuleGroup, Rule> raises) {
    Map<EvaluationSchedule, Set<Integer>> units = new HashMap<>();
    for (EvaluationSchedule schedule : schedules) {
      units.put(
          schedule,
          IntStream.range(0, schedule.units().size())
              .filter(
                  i ->
                      schedule.units().get(i).groups().stream()
                          .anyMatch(g -> g.rules().stream().anyMatch(r -> raises.test(g, r))))
              .boxed()
              .collect(Collectors.toSet()));
    }
    return new AlertOrigin(units);
  }

  private static boolean isNamed(Rule rule, Labels alert) {
    return rule.kind() == RuleStatus.Kind.ALERTING
        && alert.get(Labels.ALERT_NAME).equals(Optional.of(rule.name()));
  }

  private static boolean isLabelled(RuleGroup group, Rule rule, Labels alert) {
    Map<String, String> labels = labels(group.node());
    labels.putAll(labels(rule.node()));
    return labels.entrySet().stream()
        .filter(label -> !OWN.contains(label.getKey()) && !label.getValue().contains("{{"))
        .allMatch(label -> alert.get(label.getKey()).orElse("").equals(label.getValue()));
  }

  private static Map<String, String> labels(YamlMapping node) {
    Map<String, String> labels = new HashMap<>();
    if (node.get("labels").orElse(null) instanceof YamlMapping mapping) {
      mapping.entries().forEach(e -> labels.put(e.key().text(), text(e.value())));
    }
    return labels;
  }

  private static String text(YamlNode value) {
    return value instanceof YamlScalar scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
