package io.firedrill.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An immutable set of labels, ordered by name. A label with an empty value is the same as no label,
 * as in Prometheus's data model, and is dropped.
 */
public final class Labels implements Comparable<Labels> {

  /** The label with the metric name of a series. */
  public static final String METRIC_NAME = "__name__";

  /** The label with the name of an alert. */
  public static final String ALERT_NAME = "alertname";

  private static final Labels EMPTY = new Labels(new TreeMap<>());

  private final TreeMap<String, String> values;

  private Labels(TreeMap<String, String> values) {
    this.values = values;
  }

  /** No labels. */
  public static Labels empty() {
    return EMPTY;
  }

  /**
   * Labels from alternating names and values.
   *
   * @throws IllegalArgumentException if a value is missing
   */
  public static Labels of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "label \"" + namesAndValues[namesAndValues.length - 1] + "\" has no value");
    }
    TreeMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return copyOf(map);
  }

  /** The labels of a map. */
  public static Labels copyOf(Map<String, String> map) {
    TreeMap<String, String> values = new TreeMap<>(map);
    values.values().removeIf(String::isEmpty);
    return values.isEmpty() ? EMPTY : new Labels(values);
  }

  /** The value of a label; empty if there is none. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The metric name, or the empty string. */
  public String metricName() {
    return values.getOrDefault(METRIC_NAME, "");
  }

  /** A PromQL selector of the series that have at least these labels. */
  public String selector() {
    return LabelsText.selector(this);
  }

  /** These labels and one more; an empty value removes the label. */
  public Labels with(String name, String value) {
    TreeMap<String, String> copy = new TreeMap<>(values);
    copy.put(name, value);
    return copyOf(copy);
  }

  /** These labels merged with others; if both have a label, the value of {@code others} is used. */
  public Labels merge(Labels others) {
    TreeMap<String, String> copy = new TreeMap<>(values);
    copy.putAll(others.values);
    return copyOf(copy);
  }

  /** These labels without one. */
  public Labels without(String name) {
    return filter(Predicate.not(name::equals));
  }

  /** The labels whose names match a predicate. */
  public Labels filter(Predicate<String> names) {
    TreeMap<String, String> copy = new TreeMap<>(values);
    copy.keySet().removeIf(names.negate());
    return copyOf(copy);
  }

  /** An unmodifiable view, ordered by name. */
  public Map<String, String> asMap() {
    return Collections.unmodifiableMap(values);
  }

  /** Whether there are no labels. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public int compareTo(Labels other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels labels && labels.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The series notation: {@code name{label="value"}}; see {@link LabelsText#series}. */
  @Override
  public String toString() {
    return LabelsText.series(this);
  }
}
