package io.firedrill.internal.generation;

import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * What whole rule files and routes did with an input.
 *
 * @param notifications the notifications, in order
 * @param alerts the state of each alert after each evaluation, by the time from the start
 */
record Observation(
    List<Notification> notifications, Map<Labels, NavigableMap<Duration, AlertState>> alerts) {

  static final Observation NOTHING = new Observation(List.of(), Map.of());

  /** The names of other alerts that fired. */
  Set<String> others(String alertname) {
    Set<String> names = new TreeSet<>();
    alerts.forEach(
        (alert, states) -> {
          String name = alert.get(Labels.ALERT_NAME).orElse("");
          if (!name.equals(alertname) && states.containsValue(AlertState.FIRING)) {
            names.add(name);
          }
        });
    return names;
  }
}
