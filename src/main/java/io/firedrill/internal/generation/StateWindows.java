package io.firedrill.internal.generation;

import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The stretches of evaluations at which the alerts of a rule have the same state. */
final class StateWindows {

  /** One stretch, both ends included. */
  record Window(AlertState state, Duration from, Duration to) {}

  private StateWindows() {}

  /**
   * The windows of the alerts with a name and labels; evaluations at which they differ are in none.
   *
   * @param step the time between two evaluations
   */
  static List<Window> of(
      Map<Labels, NavigableMap<Duration, AlertState>> alerts,
      String alertname,
      Labels labels,
      Duration step,
      Duration length) {
    NavigableMap<Duration, AlertState> combined = new TreeMap<>();
    for (Duration at = Duration.ZERO; at.compareTo(length) <= 0; at = at.plus(step)) {
      combined.put(at, AlertState.INACTIVE);
    }
    List<Duration> mixed = new ArrayList<>();
    alerts.forEach(
        (alert, states) -> {
          if (isOf(alert, alertname, labels)) {
            states.forEach((at, state) -> combine(combined, mixed, at, state));
          }
        });
    mixed.forEach(combined::remove);
    return windows(combined, step);
  }

  private static void combine(
      NavigableMap<Duration, AlertState> combined,
      List<Duration> mixed,
      Duration at,
      AlertState state) {
    AlertState known = combined.getOrDefault(at, AlertState.INACTIVE);
    if (state == AlertState.INACTIVE) {
      return;
    }
    if (known != AlertState.INACTIVE && known != state) {
      mixed.add(at);
    }
    combined.put(at, state);
  }

  static boolean isOf(Labels alert, String alertname, Labels labels) {
    return alert.get(Labels.ALERT_NAME).filter(alertname::equals).isPresent()
        && alert.asMap().entrySet().containsAll(labels.asMap().entrySet());
  }

  private static List<Window> windows(NavigableMap<Duration, AlertState> states, Duration step) {
    List<Window> windows = new ArrayList<>();
    Window open = null;
    for (Map.Entry<Duration, AlertState> entry : states.entrySet()) {
      boolean continues =
          open != null
              && open.state() == entry.getValue()
              && entry.getKey().minus(open.to()).compareTo(step) <= 0;
      if (!continues && open != null) {
        windows.add(open);
      }
      open =
          continues
              ? new Window(open.state(), open.from(), entry.getKey())
              : new Window(entry.getValue(), entry.getKey(), entry.getKey());
    }
    if (open != null) {
      windows.add(open);
    }
    return windows;
  }
}
