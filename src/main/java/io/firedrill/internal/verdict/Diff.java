package io.firedrill.internal.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * Expected and actual lines: {@code -} before expected, {@code +} before actual, and {@code ~}
 * below the characters that differ.
 */
final class Diff {

  private Diff() {}

  static List<String> lines(List<Field> fields) {
    int width = fields.stream().mapToInt(f -> length(f.name())).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (Field field : fields) {
      String name = field.name() + " ".repeat(width - length(field.name()) + 2);
      if (field.agrees()) {
        lines.add("  " + name + field.actual().or(field::expected).orElse(""));
        continue;
      }
      field.expected().ifPresent(e -> lines.add("- " + name + e));
      field.actual().ifPresent(a -> lines.add("+ " + name + a));
      if (field.expected().isPresent() && field.actual().isPresent()) {
        String tildes = tildes(field.expected().get(), field.actual().get());
        if (!tildes.isEmpty()) {
          lines.add(" ".repeat(width + 4) + tildes);
        }
      }
    }
    return lines;
  }

  /** Marks the part of the second text between what both begin with and what both end with. */
  private static String tildes(String expected, String actual) {
    int[] a = expected.codePoints().toArray();
    int[] b = actual.codePoints().toArray();
    int shorter = Math.min(a.length, b.length);
    int begin = 0;
    while (begin < shorter && a[begin] == b[begin]) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin && a[a.length - 1 - end] == b[b.length - 1 - end]) {
      end++;
    }
    if (begin == 0 || expected.equals(actual)) {
      return ""; // All of it differs, or none: nothing to point at.
    }
    return " ".repeat(begin) + "~".repeat(Math.max(1, b.length - begin - end));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
