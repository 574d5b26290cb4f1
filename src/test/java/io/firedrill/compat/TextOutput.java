package io.firedrill.compat;

import io.firedrill.compat.PromtoolRun.Reported;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads promtool's text output: for each file its name, and failures with blank lines between. */
final class TextOutput {

  private static final String FILE = "Unit Testing:  ";

  private TextOutput() {}

  /** The failures of each file. */
  static Map<Path, List<Reported>> read(String output) {
    Map<Path, List<Reported>> reports = new HashMap<>();
    for (String part : output.split("(?m)^" + FILE)) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        reports.put(Path.of(part.substring(0, end)), failures(part.substring(end + 1)));
      }
    }
    return reports;
  }

  private static List<Reported> failures(String text) {
    List<Reported> failures = new ArrayList<>();
    int begin = text.indexOf("  FAILED:\n");
    if (begin >= 0) {
      for (String block : text.substring(text.indexOf('\n', begin) + 1).split("\n\n")) {
        if (!block.isBlank()) {
          failures.add(new Reported(Optional.empty(), withoutLeadingLineEnds(block)));
        }
      }
    }
    return failures;
  }

  private static String withoutLeadingLineEnds(String block) {
    return block.replaceFirst("^\n+", "");
  }
}
