package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.FailureExpectation;
import io.firedrill.internal.source.Position;
import java.time.Duration;
import java.util.Optional;

/** Checks {@code failure_test}: Alertmanager fails as expected. */
final class FailureCheck {

  private FailureCheck() {}

  static Optional<Failure> check(FailureExpectation entry, Observed observed) {
    return difference(entry, observed).map(d -> d.at((Position) entry.origin()));
  }

  static Optional<Difference> difference(FailureExpectation entry, Observed observed) {
    return entry
        .receiver()
        .flatMap(
            r ->
                UnknownReceiver.check(
                    new Claim(r, entry.integration(), entry.from(), entry.to()), observed))
        .or(() -> missing(entry, observed));
  }

  private static Optional<Difference> missing(FailureExpectation entry, Observed observed) {
    ExpectedTrouble expected = new ExpectedTrouble(entry, observed.timeline().start());
    boolean found =
        observed.timeline().failedNotifications().stream().anyMatch(expected::covers)
            || observed.timeline().serverWarnings().stream().anyMatch(expected::covers);
    if (found) {
      return Optional.empty();
    }
    VirtualTime time = new VirtualTime(observed.timeline().start());
    FailureText text =
        new FailureText(
            expected.title(time)
                + ": expected a failure"
                + entry.text().map(t -> " " + t).orElse("")
                + ", found none");
    return Optional.of(
        text.timeline(
                observed,
                time.start().plus(entry.from().orElse(Duration.ZERO)),
                entry.to().map(time.start()::plus).orElse(observed.timeline().end()))
            .difference(FailureKind.FAILURE_MISSING));
  }
}
