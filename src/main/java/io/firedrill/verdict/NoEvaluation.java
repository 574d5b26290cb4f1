package io.firedrill.verdict;

import io.firedrill.scenario.AlertStateExpectation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The window of an {@code alert_state_test} lies between two evaluations, or after the last. */
final class NoEvaluation {

  private NoEvaluation() {}

  static Failure of(AlertStateExpectation expectation, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    Instant from = time.start().plus(expectation.from());
    String summary =
        String.join(
            " ",
            expectation.alertname(),
            time.window(expectation.from(), expectation.to()) + ":",
            "there is no evaluation in the window");
    FailureText text = new FailureText(expectation.position(), summary);
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
    return text.failure(FailureKind.NO_EVALUATION);
  }
}
