package io.firedrill.internal.generation;

import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What a server did with an input.
 *
 * @param alerts the state of each alert after each evaluation, by the time from the start
 * @param firing the alerts that fired at the end of the decisive part, with annotations
 * @param error why it could not be tried
 */
record TrialResult(
    Map<Labels, NavigableMap<Duration, AlertState>> alerts,
    List<ActiveAlert> firing,
    Optional<String> error) {

  static TrialResult failed(String why) {
    return new TrialResult(Map.of(), List.of(), Optional.of(why));
  }

  /** Whether an alert of this name was in a state at some time. */
  boolean reached(String alertname, AlertState state) {
    return alerts.entrySet().stream()
        .filter(e -> e.getKey().get(Labels.ALERT_NAME).filter(alertname::equals).isPresent())
        .anyMatch(e -> e.getValue().containsValue(state));
  }

  boolean isQuiet(String alertname) {
    return error.isEmpty()
        && !reached(alertname, AlertState.PENDING)
        && !reached(alertname, AlertState.FIRING);
  }

  /** The first time at which an alert of this name was in a state. */
  Optional<Duration> first(String alertname, AlertState state) {
    return alerts.entrySet().stream()
        .filter(e -> e.getKey().get(Labels.ALERT_NAME).filter(alertname::equals).isPresent())
        .flatMap(
            e ->
                e.getValue().entrySet().stream()
                    .filter(s -> s.getValue() == state)
                    .map(Map.Entry::getKey))
        .min(Duration::compareTo);
  }

  /** The last time at which an alert of this name fired. */
  Optional<Duration> lastFiring(String alertname) {
    return alerts.entrySet().stream()
        .filter(e -> e.getKey().get(Labels.ALERT_NAME).filter(alertname::equals).isPresent())
        .flatMap(
            e ->
                e.getValue().entrySet().stream()
                    .filter(s -> s.getValue() == AlertState.FIRING)
                    .map(Map.Entry::getKey))
        .max(Duration::compareTo);
  }
}
