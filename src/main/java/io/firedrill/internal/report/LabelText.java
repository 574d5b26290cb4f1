package io.firedrill.internal.report;

import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.Labels;
import java.util.Map;

/** Labels as Prometheus writes them. */
final class LabelText {

  private LabelText() {}

  /** A series, or a group: {@code name{label="value"}}. */
  static String of(Map<String, String> labels) {
    return Labels.copyOf(labels).toString();
  }

  /** An alert, written like a series with its name as the metric name. */
  static String ofAlert(Map<String, String> labels) {
    return SeriesText.alert(Labels.copyOf(labels));
  }

  /** Without the metric name, unless there are no other labels. */
  static String withoutName(Map<String, String> labels) {
    String text = of(Labels.copyOf(labels).without(Labels.METRIC_NAME).asMap());
    return text.equals("{}") ? labels.getOrDefault(Labels.METRIC_NAME, "{}") : text;
  }

  static String alertName(Map<String, String> labels) {
    return labels.getOrDefault(Labels.ALERT_NAME, "");
  }
}
