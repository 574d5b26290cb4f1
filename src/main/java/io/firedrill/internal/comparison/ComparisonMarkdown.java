package io.firedrill.internal.comparison;

import io.firedrill.internal.comparison.ComparedTest.Extent;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.LineDiff;
import io.firedrill.internal.verdict.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Differences in GitHub's Markdown, for comments on pull requests and job summaries. The text stays
 * below the limit for comments; tests that do not fit are only counted.
 */
public final class ComparisonMarkdown {

  /** GitHub's limit for comments is 65,536 characters. */
  private static final int LIMIT = 60_000;

  /** The maximum number of warnings. */
  private static final int WARNINGS = 50;

  private ComparisonMarkdown() {}

  /** A heading, and the tests with differences. */
  public static String of(SuiteComparison suite) {
    StringBuilder text = new StringBuilder("### Firedrill: " + suite.summary() + "\n\n");
    text.append("From ").append(code(suite.base())).append(" to ").append(code(suite.head()));
    text.append(suite.servers().isEmpty() ? "" : ", on " + escaped(suite.servers()));
    text.append(".\n");
    text.append(warnings(suite.warnings()));
    List<ComparedTest> differing = suite.differing();
    for (int i = 0; i < differing.size(); i++) {
      String section = section(differing.get(i));
      if (text.length() + section.length() > LIMIT) {
        String rest = Counts.of(differing.size() - i, "more test");
        return text + "\nAnd " + rest + " with differences: too many to be shown here.\n";
      }
      text.append(section);
    }
    return text.toString();
  }

  private static String warnings(List<WarningResult> warnings) {
    return warnings.isEmpty()
        ? ""
        : warnings.stream()
            .limit(WARNINGS)
            .map(
                w ->
                    "- **warning** %s: %s\n"
                        .formatted(code(w.file() + ":" + w.line()), escaped(w.message())))
            .collect(Collectors.joining("", "\n", ""));
  }

  private static String section(ComparedTest test) {
    List<String> lines = new ArrayList<>();
    lines.add("\n#### " + escaped(test.name()) + "\n");
    String note = test.extent() == Extent.HEAD_ONLY ? ": " + escaped(test.note()) : "";
    lines.add(code(test.place()) + note + "\n");
    VirtualTime time = new VirtualTime(test.comparison().start());
    for (EventDifference difference : test.comparison().all()) {
      lines.add(
          "- **%s** %s"
              .formatted(difference.change(), code(ComparisonText.headline(difference, time))));
      difference.parts().forEach(part -> lines.addAll(part(part)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> part(Part part) {
    if (!PartText.isProse(part)) {
      String remark = part.remark().isEmpty() ? "" : ", " + part.remark();
      return List.of(
          "  - "
              + escaped(part.name())
              + ": "
              + value(part.base())
              + " → "
              + value(part.head())
              + remark);
    }
    List<String> lines = new ArrayList<>();
    lines.add("  - " + escaped(part.name()) + ":");
    String before = part.base().orElseThrow();
    String after = part.head().orElseThrow();
    String fence = fence(before + after, "```");
    lines.add("    " + fence + "diff");
    LineDiff.of(before.lines().toList(), after.lines().toList())
        .forEach(line -> lines.add("    " + line));
    lines.add("    " + fence);
    return lines;
  }

  private static String value(Optional<String> value) {
    return value
        .filter(v -> !v.isEmpty())
        .map(ComparisonMarkdown::code)
        .orElse(value.isPresent() ? "(empty)" : "none");
  }

  /** A code span, in which Markdown and mentions have no effect. */
  private static String code(String text) {
    String line = text.lines().collect(Collectors.joining(" "));
    String fence = fence(line, "`");
    String gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + gap + line + gap + fence;
  }

  /** A run of backticks that is longer than any in the text. */
  private static String fence(String text, String shortest) {
    String fence = shortest;
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence;
  }

  private static String escaped(String text) {
    return text.lines()
        .collect(Collectors.joining(" "))
        .replaceAll("([\\\\`*_<>\\[\\]#|~@])", "\\\\$1");
  }
}
