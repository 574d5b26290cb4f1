package io.firedrill.internal.ruletrace;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.verdict.RuleQuestion;
import io.firedrill.model.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the labels that a rule adds mean for the labels of its alerts. */
final class RuleLabels {

  private RuleLabels() {}

  /** Why no alert of a rule can have the labels; none if one can. */
  static List<String> allow(TracedRule rule, RuleQuestion question) {
    return question.labels().entrySet().stream()
        .filter(e -> rule.fixed(e.getKey()).filter(v -> !e.getValue().matches(v)).isPresent())
        .map(
            e ->
                "%s: the rule at %s sets %s=\"%s\", not %s"
                    .formatted(
                        question.alertname(),
                        rule.rule().position(),
                        e.getKey(),
                        rule.fixed(e.getKey()).orElseThrow(),
                        e.getValue()))
        .toList();
  }

  /** The labels that one alert has from the result of the expression. */
  static LabelFilter of(TracedRule rule, Labels alert) {
    return fromResult(rule, ValueMatcher.exactly(alert), Labels.empty());
  }

  /** The labels that the alert has from the result of the expression. */
  static LabelFilter fromResult(
      TracedRule rule, Map<String, ValueMatcher> labels, Labels externalLabels) {
    Map<String, ValueMatcher> own = new LinkedHashMap<>(labels);
    own.keySet().removeAll(rule.labels().keySet());
    own.remove(Labels.ALERT_NAME);
    own.entrySet()
        .removeIf(e -> externalLabels.get(e.getKey()).filter(e.getValue()::matches).isPresent());
    return new LabelFilter(own);
  }
}
