package io.firedrill.assertions;

import io.firedrill.internal.live.ClaimedNotifications;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A receiver got more or fewer notifications than expected. */
final class TimesNotifiedDiffer {

  private TimesNotifiedDiffer() {}

  static Optional<Difference> check(ClaimedNotifications received, int expected) {
    List<Notification> found = received.notifications();
    if (found.size() == expected) {
      return Optional.empty();
    }
    Observed observed = received.observed();
    Claim claim = received.claim();
    VirtualTime time = new VirtualTime(observed.timeline().start());
    Duration end = time.offset(observed.timeline().end());
    FailureText text =
        new FailureText(
            "%s: %s"
                .formatted(
                    claim.title(time), Counts.difference("notification", expected, found.size())));
    if (found.size() < expected) {
      text.askForMore(claim, observed.timeline());
    } else {
      text.askWhyCame(found.get(expected));
      if (expected > 0) {
        text.hintOfIntegrations(claim, found);
      }
    }
    return Optional.of(
        text.timeline(
                observed,
                time.start().plus(claim.from().orElse(Duration.ZERO)),
                time.start().plus(claim.to().orElse(end)))
            .difference(FailureKind.NOTIFICATIONS_DIFFER));
  }
}
