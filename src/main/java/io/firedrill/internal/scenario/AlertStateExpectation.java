package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Position;
import io.firedrill.model.AlertState;
import java.time.Duration;
import java.util.Map;

/**
 * An entry of {@code alert_state_test}: at evaluations in the window, the alert has the state.
 *
 * @param alertname the alert's name, never empty
 * @param labels the labels that select alerts; others are ignored
 * @param from the window's first instant, virtual time since the start
 * @param to the window's last instant, inclusive
 * @param state the state
 * @param manner at which evaluations
 * @param position where the entry begins
 */
public record AlertStateExpectation(
    String alertname,
    Map<String, ValueMatcher> labels,
    Duration from,
    Duration to,
    AlertState state,
    StateManner manner,
    Position position) {
  public AlertStateExpectation {
    labels = ValueMatcher.copyOf(labels);
  }
}
