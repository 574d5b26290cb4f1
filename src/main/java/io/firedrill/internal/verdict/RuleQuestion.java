package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question: why did a rule raise an alert, or not?
 *
 * @param alertname the rule's name
 * @param labels labels that the alert has; others are ignored
 * @param expected the state that was expected
 * @param evaluations the evaluations at which the alert was in another state, in order; at least
 *     one
 * @param since for a notification: the alert explains nothing if it was in the expected state at an
 *     evaluation from then on; before, its state does not matter
 */
public record RuleQuestion(
    String alertname,
    Map<String, ValueMatcher> labels,
    AlertState expected,
    List<Instant> evaluations,
    Optional<Instant> since) {

  public RuleQuestion {
    labels = ValueMatcher.copyOf(labels);
    evaluations = List.copyOf(evaluations);
  }

  /** A question about one alert. */
  static RuleQuestion of(Labels alert, AlertState expected, List<Instant> evaluations) {
    Map<String, ValueMatcher> labels = ValueMatcher.exactly(alert.without(Labels.ALERT_NAME));
    return new RuleQuestion(
        alert.get(Labels.ALERT_NAME).orElse(""), labels, expected, evaluations, Optional.empty());
  }
}
