package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.AlertStateExpectation;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The state that some alerts should have at every evaluation in a window.
 *
 * @param alertname the alerts' name
 * @param labels labels that the alerts have; others are ignored
 * @param from the window's first instant, virtual time since the start
 * @param to the window's last instant, itself included
 * @param state the state
 */
public record ExpectedState(
    String alertname,
    Map<String, ValueMatcher> labels,
    Duration from,
    Duration to,
    AlertState state) {

  public ExpectedState {
    labels = ValueMatcher.copyOf(labels);
  }

  static ExpectedState of(AlertStateExpectation entry) {
    return new ExpectedState(
        entry.alertname(), entry.labels(), entry.from(), entry.to(), entry.state());
  }

  /** Whether an alert is selected. */
  boolean chooses(Labels alert) {
    return alert.get(Labels.ALERT_NAME).equals(Optional.of(alertname))
        && labels.entrySet().stream()
            .allMatch(e -> e.getValue().matches(alert.get(e.getKey()).orElse("")));
  }
}
