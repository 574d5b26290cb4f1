package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.Labels;
import java.util.Map;
import java.util.stream.Collectors;

/** Alerts and quoted values as Prometheus writes them. */
public final class SeriesText {

  private SeriesText() {}

  /** {@code Name{label="value"}}: an alert reads like a series. */
  public static String alert(Labels alert) {
    String name = alert.get(Labels.ALERT_NAME).orElse("");
    Labels others = alert.without(Labels.ALERT_NAME);
    return others.isEmpty() && !name.isEmpty() ? name : name + others;
  }

  /** What chooses alerts: {@code Name{label="value", other=/regex/}}. */
  public static String selector(String alertname, Map<String, ValueMatcher> labels) {
    if (labels.isEmpty()) {
      return alertname;
    }
    return labels.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(", ", alertname + "{", "}"));
  }

  static String quoted(String value) {
    return new ValueMatcher.Exact(value).toString();
  }
}
