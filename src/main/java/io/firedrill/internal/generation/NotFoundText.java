package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.PlannedSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a rule for which no input was found as a comment: what was tried, and what hindered it.
 */
final class NotFoundText {

  /** The first line; {@link TestedAlerts} recognizes it, so that a rule is not searched again. */
  static final String HEAD = "No input was found for which ";

  static final String TAIL = " fires.";

  private NotFoundText() {}

  static String of(Attempts attempts) {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD + attempts.rule().name() + TAIL);
    lines.addAll(attempts.why());
    attempts
        .lastInput()
        .ifPresent(
            input -> {
              lines.add("Tried last:");
              lines.add("  input_series:");
              for (PlannedSeries series : input.series()) {
                lines.add("  - series: " + Yaml.plain(series.labels().toString()));
                lines.add("    values: " + Yaml.values(series.values()));
              }
            });
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      for (String part : line.split("\\R")) {
        text.append(("# " + part).stripTrailing()).append('\n');
      }
    }
    return text.toString();
  }
}
