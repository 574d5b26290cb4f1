package io.firedrill.assertions;

import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.LineDiff;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The timeline differs from the expected one. */
final class TimelinesDiffer {

  private static final int SHOWN = 40;

  private TimelinesDiffer() {}

  static Optional<String> check(List<String> expected, List<String> actual) {
    if (expected.equals(actual)) {
      return Optional.empty();
    }
    FailureText text =
        new FailureText(
            "timeline: expected %s, found %s; no. %d is the first that differs"
                .formatted(
                    expected.isEmpty() ? "no event" : Counts.of(expected.size(), "event"),
                    actual.isEmpty() ? "none" : actual.size(),
                    firstDifference(expected, actual) + 1));
    return Optional.of(
        text.section("expected (-), found (+):", LineDiff.of(expected, actual, SHOWN)).text());
  }

  private static int firstDifference(List<String> expected, List<String> actual) {
    int shorter = Math.min(expected.size(), actual.size());
    return IntStream.range(0, shorter)
        .filter(i -> !expected.get(i).equals(actual.get(i)))
        .findFirst()
        .orElse(shorter);
  }
}
