package io.firedrill.internal.replay;

import io.firedrill.internal.result.AlertChange;
import io.firedrill.internal.result.TestResult;
import io.firedrill.model.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A time in which an alert fired. It ends at the latest at the end of the run. */
record Episode(Instant start, Instant end) {

  Duration length() {
    return Duration.between(start, end);
  }

  /** All alerts that fired, sorted by the text of their labels. */
  static Map<String, Fired> of(TestResult result) {
    Map<String, Map<String, String>> labels = new TreeMap<>();
    Map<String, List<Episode>> episodes = new TreeMap<>();
    Map<String, Instant> since = new TreeMap<>();
    for (AlertChange change : result.alerts()) {
      String alert = change.labels().toString();
      if (change.to() == AlertState.FIRING) {
        labels.put(alert, change.labels());
        since.put(alert, change.time());
      } else if (since.containsKey(alert)) {
        add(episodes, alert, since.remove(alert), change.time());
      }
    }
    since.forEach((alert, start) -> add(episodes, alert, start, result.end()));
    Map<String, Fired> fired = new TreeMap<>();
    episodes.forEach((alert, list) -> fired.put(alert, new Fired(labels.get(alert), list)));
    return fired;
  }

  private static void add(
      Map<String, List<Episode>> episodes, String alert, Instant start, Instant end) {
    episodes.computeIfAbsent(alert, any -> new ArrayList<>()).add(new Episode(start, end));
  }

  /** An alert that fired at least once. */
  record Fired(Map<String, String> labels, List<Episode> episodes) {

    /** How often it fired again less than {@code within} after it was resolved. */
    int again(Duration within) {
      int count = 0;
      for (int i = 1; i < episodes.size(); i++) {
        Duration rest = Duration.between(episodes.get(i - 1).end, episodes.get(i).start);
        count += rest.compareTo(within) <= 0 ? 1 : 0;
      }
      return count;
    }
  }
}
