package io.firedrill.internal.report;

import io.firedrill.internal.result.AlertChange;
import io.firedrill.model.AlertState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An alert, with the times when it was pending or firing.
 *
 * @param name the alert's name
 * @param labels the alert with its labels
 * @param spans from, to and state, in chronological order
 */
record PageAlert(String name, String labels, List<List<Object>> spans) {

  /** The alerts in the order in which they first changed. */
  static List<PageAlert> of(List<AlertChange> changes, double length) {
    Map<Map<String, String>, List<AlertChange>> byAlert = new LinkedHashMap<>();
    changes.forEach(c -> byAlert.computeIfAbsent(c.labels(), any -> new ArrayList<>()).add(c));
    return byAlert.entrySet().stream()
        .map(
            e ->
                new PageAlert(
                    LabelText.alertName(e.getKey()),
                    LabelText.ofAlert(e.getKey()),
                    spans(e.getValue(), length)))
        .toList();
  }

  private static List<List<Object>> spans(List<AlertChange> changes, double length) {
    List<List<Object>> spans = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      AlertChange change = changes.get(i);
      if (change.to() != AlertState.INACTIVE) {
        double to = i + 1 < changes.size() ? changes.get(i + 1).offsetSeconds() : length;
        spans.add(List.of(change.offsetSeconds(), to, change.to().toString()));
      }
    }
    return spans;
  }
}
