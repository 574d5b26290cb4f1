package io.firedrill.model;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Labels as text for servers, with names quoted if necessary. Only Prometheus 3 has names that
 * require quotes.
 */
final class LabelsText {

  private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  /**
   * Reserved words of PromQL, which are allowed as metric names in expositions but not in
   * expressions.
   */
  private static final Set<String> KEYWORDS =
      Set.of("on", "ignoring", "group_left", "group_right", "bool", "atan2", "inf", "nan");

  private LabelsText() {}

  /**
   * A selector for series that have at least these labels. Every version of Prometheus that can
   * have such a series understands it.
   */
  static String selector(Labels labels) {
    String name = labels.metricName();
    boolean plain =
        METRIC.matcher(name).matches() && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
    return plain ? series(labels) : matchers(labels.asMap().entrySet().stream());
  }

  /** A series as in test files, expositions and messages: {@code name{label="value"}}. */
  static String series(Labels labels) {
    String name = labels.metricName();
    Stream<Map.Entry<String, String>> others =
        labels.asMap().entrySet().stream().filter(e -> !e.getKey().equals(Labels.METRIC_NAME));
    if (!name.isEmpty() && !METRIC.matcher(name).matches()) {
      String rest = matchers(others).substring(1);
      return "{" + quoted(name) + (rest.equals("}") ? "" : ", ") + rest;
    }
    return !name.isEmpty() && labels.asMap().size() == 1 ? name : name + matchers(others);
  }

  private static String matchers(Stream<Map.Entry<String, String>> labels) {
    return labels
        .map(e -> name(e.getKey()) + "=" + quoted(e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** A label name, quoted if necessary. */
  static String name(String label) {
    return LABEL.matcher(label).matches() ? label : quoted(label);
  }

  /** A string in double quotes for PromQL, expositions and Alertmanager's matchers. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
