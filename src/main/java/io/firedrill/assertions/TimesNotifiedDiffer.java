package io.firedrill.assertions;

import io.firedrill.internal.live.ClaimedNotifications;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A receiver got more or fewer notifications than expected. */
final class TimesNotifiedDiffer {

  private TimesNotifiedDiffer() {}

  static Optional<String> check(ClaimedNotifications received, int expected) {
    List<Notification> found = received.notifications();
    if (found.size() == expected) {
      return Optional.empty();
    }
    VirtualTime time = new VirtualTime(received.observed().timeline().start());
    Duration from = received.claim().from().orElse(Duration.ZERO);
    Duration end = time.offset(received.observed().timeline().end());
    String summary =
        "%s: %s"
            .formatted(
                received.claim().title(time),
                Counts.difference("notification", expected, found.size()));
    return Optional.of(
        new FailureText(summary)
            .timeline(
                received.observed(),
                time.start().plus(from),
                time.start().plus(received.claim().to().orElse(end)))
            .text());
  }
}
