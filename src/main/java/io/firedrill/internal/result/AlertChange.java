package io.firedrill.internal.result;

import io.firedrill.model.AlertState;
import io.firedrill.model.TimelineEvent.AlertChanged;
import java.time.Instant;
import java.util.Map;

/**
 * A change of an alert's state from one evaluation to the next.
 *
 * @param time the evaluation's virtual time
 * @param offsetSeconds the same, relative to the start
 * @param labels the alert's labels, including {@code alertname}, ordered by name
 * @param from the state before
 * @param to the state after
 */
public record AlertChange(
    Instant time,
    double offsetSeconds,
    Map<String, String> labels,
    AlertState from,
    AlertState to) {

  static AlertChange of(AlertChanged change, Offsets offsets) {
    return new AlertChange(
        change.time(),
        offsets.of(change.time()),
        change.alert().asMap(),
        change.from(),
        change.to());
  }
}
