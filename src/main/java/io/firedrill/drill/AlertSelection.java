package io.firedrill.drill;

import io.firedrill.internal.run.AlertHistory;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The alerts with one name and some labels, up to one virtual instant of a drill.
 *
 * @param alertname the alerting rule's name
 * @param labels labels that the alerts have; others are ignored
 * @param histories the alerts that were ever pending or firing, sorted by labels
 * @param observed everything that the drill had observed
 */
public record AlertSelection(
    String alertname,
    Map<String, ValueMatcher> labels,
    List<AlertHistory> histories,
    Observed observed) {

  public AlertSelection {
    labels = ValueMatcher.copyOf(labels);
    histories = List.copyOf(histories);
  }

  static AlertSelection of(
      String alertname, String[] labels, List<AlertHistory> all, Observed observed) {
    Map<String, ValueMatcher> matchers = matchers(labels);
    List<AlertHistory> matching =
        all.stream()
            .filter(h -> h.alert().get(Labels.ALERT_NAME).orElse("").equals(alertname))
            .filter(h -> matches(matchers, h.alert()))
            .toList();
    return new AlertSelection(alertname, matchers, matching, observed);
  }

  /** Whether any of the alerts was in this state after the last evaluation. */
  boolean isNow(AlertState state) {
    return histories.stream()
        .map(h -> h.states().lastEntry())
        .anyMatch(last -> last != null && last.getValue() == state);
  }

  /** The selection as text: {@code Name{label="value"}}. */
  static String text(String alertname, String... labels) {
    String shown =
        matchers(labels).entrySet().stream()
            .map(m -> m.getKey() + "=" + m.getValue())
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? alertname : alertname + "{" + shown + "}";
  }

  private static boolean matches(Map<String, ValueMatcher> matchers, Labels labels) {
    return matchers.entrySet().stream()
        .allMatch(m -> m.getValue().matches(labels.get(m.getKey()).orElse("")));
  }

  private static Map<String, ValueMatcher> matchers(String[] namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "labels are pairs of a name and a value, and the last has no value: "
              + String.join(", ", namesAndValues));
    }
    Map<String, ValueMatcher> matchers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      matchers.put(namesAndValues[i], ValueMatcher.parse(namesAndValues[i + 1]));
    }
    return matchers;
  }
}
