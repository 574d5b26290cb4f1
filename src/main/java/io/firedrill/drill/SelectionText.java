package io.firedrill.drill;

import io.firedrill.internal.scenario.ValueMatcher;
import java.util.ArrayList;
import java.util.List;

/** The name and labels of alerts as text: {@code Name{label="value"}}. */
final class SelectionText {

  private SelectionText() {}

  /**
   * Returns the text.
   *
   * @throws IllegalArgumentException if the last label has no value
   */
  static String of(String alertname, String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "labels are pairs of a name and a value, but the last has no value: "
              + String.join(", ", namesAndValues));
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      labels.add(namesAndValues[i] + "=" + ValueMatcher.parse(namesAndValues[i + 1]));
    }
    return labels.isEmpty() ? alertname : alertname + "{" + String.join(", ", labels) + "}";
  }
}
