package io.firedrill.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The window of an expected state lies between two evaluations, or after the last. */
final class NoEvaluation {

  private NoEvaluation() {}

  static Difference of(ExpectedState expectation, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    Instant from = time.start().plus(expectation.from());
    String summary =
        String.join(
            " ",
            expectation.alertname(),
            time.window(expectation.from(), expectation.to()) + ":",
            "there is no evaluation in the window");
    FailureText text = new FailureText(summary);
    List<Instant> all = observed.evaluations();
    List<String> nearest =
        Stream.concat(
                all.stream().filter(e -> e.isBefore(from)).max(Comparator.naturalOrder()).stream(),
                all.stream().filter(e -> e.isAfter(from)).min(Comparator.naturalOrder()).stream())
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
