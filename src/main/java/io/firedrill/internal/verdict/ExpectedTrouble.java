package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.FailureExpectation;
import io.firedrill.model.TimelineEvent.NotificationFailed;
import io.firedrill.model.TimelineEvent.Warned;
import java.time.Instant;

/** Which failures an expectation covers. */
record ExpectedTrouble(FailureExpectation entry, Instant start) {

  boolean covers(NotificationFailed failed) {
    return entry.receiver().filter(failed.receiver()::equals).isPresent()
        && entry.integration().filter(i -> !i.equals(failed.integration())).isEmpty()
        && isInWindow(failed.time())
        && entry.matches(failed.reason());
  }

  boolean covers(Warned warned) {
    return entry.receiver().isEmpty()
        && isInWindow(warned.time())
        && entry.matches(warned.message());
  }

  /** {@code data-oncall (slack), 10m to 20m}, {@code warnings of Alertmanager}. */
  String title(VirtualTime time) {
    return entry
        .receiver()
        .map(r -> new Claim(r, entry.integration(), entry.from(), entry.to()).title(time))
        .orElse("warnings of Alertmanager");
  }

  private boolean isInWindow(Instant time) {
    return new ArrivalTime(entry.from(), entry.to()).contains(new VirtualTime(start).offset(time));
  }
}
