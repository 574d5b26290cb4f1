package io.firedrill.assertions;

import io.firedrill.verdict.Counts;
import io.firedrill.verdict.FailureText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.util.diff.DiffUtils;

/** Something else happened than expected. */
final class TimelinesDiffer {

  /** What led to a difference, and what came of it. */
  private static final int AROUND = 3;

  private static final int SHOWN = 40;

  /** The mark of a part that nothing comes before. */
  private static final Pattern BEGIN = Pattern.compile("@@ -[01],");

  private TimelinesDiffer() {}

  static Optional<String> check(List<String> expected, List<String> actual) {
    if (expected.equals(actual)) {
      return Optional.empty();
    }
    List<String> lines = lines(expected, actual);
    FailureText text =
        new FailureText(
            "timeline: expected %s, found %s; no. %d is the first that differs"
                .formatted(
                    expected.isEmpty() ? "no event" : Counts.of(expected.size(), "event"),
                    actual.isEmpty() ? "none" : actual.size(),
                    firstDifference(expected, actual) + 1));
    text.section("expected (-), found (+):", lines.stream().limit(SHOWN).toList());
    if (lines.size() > SHOWN) {
      text.line("and " + Counts.of(lines.size() - SHOWN, "more line"));
    }
    return Optional.of(text.text());
  }

  private static int firstDifference(List<String> expected, List<String> actual) {
    int shorter = Math.min(expected.size(), actual.size());
    return IntStream.range(0, shorter)
        .filter(i -> !expected.get(i).equals(actual.get(i)))
        .findFirst()
        .orElse(shorter);
  }

  private static List<String> lines(List<String> expected, List<String> actual) {
    return DiffUtils.generateUnifiedDiff("", "", expected, DiffUtils.diff(expected, actual), AROUND)
        .stream()
        .skip(2) // The names of two files.
        .filter(l -> !BEGIN.matcher(l).lookingAt())
        .map(l -> l.startsWith("@@") ? "..." : l.charAt(0) + " " + l.substring(1))
        .toList();
  }
}
