package io.firedrill.assertions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was expected and what was found, for IDEs, which show both beside each other. Taken from the
 * text of a failure: from its differences, or from its first line if it has none.
 */
record Sides(String expected, String actual) {

  /** The title of lines with {@code -} before what was expected and {@code +} before the rest. */
  private static final Pattern TITLE = Pattern.compile("^( *).*\\(-\\).*\\(\\+\\).*:$");

  private static final Pattern SUMMARY =
      Pattern.compile("^(?:.*: )?expected (.*?), (?:found )?(.*)$");

  private static final String EXPECTED = "- ";
  private static final String ACTUAL = "+ ";
  private static final String BOTH = "  ";

  /** Empty if the failure is not about a difference. */
  static Optional<Sides> of(String failure) {
    List<String> lines = failure.lines().toList();
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    String indentation = "";
    boolean inside = false;
    for (String line : lines) {
      Matcher title = TITLE.matcher(line);
      if (title.matches()) {
        inside = true;
        indentation = title.group(1) + BOTH;
      } else if (inside && line.startsWith(indentation)) {
        add(line.substring(indentation.length()), expected, actual);
      } else {
        inside = false;
      }
    }
    return expected.isEmpty() && actual.isEmpty()
        ? summary(lines.isEmpty() ? "" : lines.get(0))
        : Optional.of(new Sides(String.join("\n", expected), String.join("\n", actual)));
  }

  private static void add(String line, List<String> expected, List<String> actual) {
    String rest = line.length() < BOTH.length() ? "" : line.substring(BOTH.length());
    if (line.startsWith(EXPECTED)) {
      expected.add(rest);
    } else if (line.startsWith(ACTUAL)) {
      actual.add(rest);
    } else if (line.startsWith(BOTH) && !rest.isBlank() && !isMark(rest)) {
      expected.add(rest);
      actual.add(rest);
    }
  }

  /** The tildes below the characters that differ. */
  private static boolean isMark(String rest) {
    return rest.strip().chars().allMatch(c -> c == '~');
  }

  private static Optional<Sides> summary(String line) {
    Matcher summary = SUMMARY.matcher(line);
    return summary.matches()
        ? Optional.of(new Sides(summary.group(1), summary.group(2)))
        : Optional.empty();
  }
}
