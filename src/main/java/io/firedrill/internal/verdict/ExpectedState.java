package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.AlertStateExpectation;
import io.firedrill.internal.scenario.StateManner;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The state that some alerts should have at evaluations in a window.
 *
 * @param alertname the alerts' name
 * @param labels labels that the alerts have; others are ignored
 * @param from the window's first instant, virtual time since the start
 * @param to the window's last instant, itself included
 * @param state the state
 * @param manner at which evaluations
 */
public record ExpectedState(
    String alertname,
    Map<String, ValueMatcher> labels,
    Duration from,
    Duration to,
    AlertState state,
    StateManner manner) {

  public ExpectedState {
    labels = ValueMatcher.copyOf(labels);
  }

  static ExpectedState of(AlertStateExpectation entry) {
    return new ExpectedState(
        entry.alertname(), entry.labels(), entry.from(), entry.to(), entry.state(), entry.manner());
  }

  /** The expectation in words. */
  String words() {
    return manner.of(state);
  }

  /** The state about which to ask why the alerts are not in it. */
  AlertState wanted() {
    if (manner != StateManner.NEVER) {
      return state;
    }
    return state == AlertState.INACTIVE ? AlertState.FIRING : AlertState.INACTIVE;
  }

  /** Whether only alerts can meet it that exist. */
  boolean needsAlerts() {
    return wanted() != AlertState.INACTIVE;
  }

  /** Whether an alert is selected. */
  boolean chooses(Labels alert) {
    return alert.get(Labels.ALERT_NAME).equals(Optional.of(alertname))
        && labels.entrySet().stream()
            .allMatch(e -> e.getValue().matches(alert.get(e.getKey()).orElse("")));
  }
}
