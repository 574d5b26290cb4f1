package io.firedrill.assertions;

import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Failures of assertions that would pass only because the drill has not run far enough. */
final class NothingToJudge {

  private NothingToJudge() {}

  /** Fails if there is no Alertmanager. */
  static Optional<String> withoutAlertmanager(String subject, Observed observed) {
    return observed.receivers().isEmpty()
        ? Optional.of(subject + ": the drill has no Alertmanager, so nobody is ever notified")
        : Optional.empty();
  }

  /** Fails if the drill has not run. */
  static Optional<String> yet(String subject, Timeline timeline) {
    return timeline.end().isBefore(timeline.start()) ? notMoved(subject) : Optional.empty();
  }

  /** Fails if no rule has been evaluated. */
  static Optional<String> yet(String subject, Observed observed) {
    return observed.evaluations().isEmpty() ? notMoved(subject) : Optional.empty();
  }

  /** Fails if the drill has not reached this time. */
  static Optional<String> yet(String subject, Duration sinceStart, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    Instant end = observed.timeline().end();
    if (yet(subject, observed).isEmpty() && time.start().plus(sinceStart).isAfter(end)) {
      return Optional.of(
          "%s: the drill has not reached %s, it is at %s"
              .formatted(subject, time.text(sinceStart), time.text(end)));
    }
    return yet(subject, observed);
  }

  private static Optional<String> notMoved(String subject) {
    return Optional.of(subject + ": the drill has not run yet; call runFor or step");
  }
}
