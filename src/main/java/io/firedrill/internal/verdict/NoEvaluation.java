package io.firedrill.internal.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The window of an expected state lies between two evaluations, or after the last. */
final class NoEvaluation {

  private NoEvaluation() {}

  static Difference of(String title, Duration from, Duration to, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    Instant begin = time.start().plus(from);
    String summary =
        String.join(
            " ", title, time.window(from, to) + ":", "there is no evaluation in the window");
    FailureText text = new FailureText(summary);
    List<Instant> all = observed.evaluations();
    List<String> nearest =
        Stream.concat(
                all.stream().filter(e -> e.isBefore(begin)).max(Comparator.naturalOrder()).stream(),
                all.stream().filter(e -> e.isAfter(begin)).min(Comparator.naturalOrder()).stream())
            .map(time::text)
            .toList();
    text.line(
        nearest.isEmpty()
            ? "no rule was evaluated in the whole run"
            : "the nearest evaluation"
                + (nearest.size() == 1 ? " is at " : "s are at ")
                + String.join(" and ", nearest));
    return text.difference(FailureKind.NO_EVALUATION);
  }
}
