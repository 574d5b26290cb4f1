package io.firedrill.assertions;

import io.firedrill.internal.live.ClaimedNotifications;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Differences;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.Field;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.Notification;
import java.util.List;
import java.util.Optional;

/** A receiver got a notification that it should not get. */
final class NotificationRefused {

  private NotificationRefused() {}

  static Optional<Difference> check(ClaimedNotifications received, ExpectedNotification refused) {
    VirtualTime time = new VirtualTime(received.observed().timeline().start());
    return received.notifications().stream()
        .map(n -> new Found(n, Differences.fields(refused, n, time)))
        .filter(f -> Field.disagreements(f.fields()) == 0)
        .findFirst()
        .map(
            f ->
                new FailureText(
                        "%s: expected no such notification, one arrived at %s"
                            .formatted(
                                received.claim().title(time),
                                time.arrival(f.notification().time())))
                    .diff("it matches:", f.fields())
                    .askWhyCame(f.notification())
                    .timeline(
                        received.observed(),
                        time.arrivalInstant(f.notification().time()),
                        time.arrivalInstant(f.notification().time()))
                    .difference(FailureKind.NOTIFICATIONS_DIFFER));
  }

  private record Found(Notification notification, List<Field> fields) {}
}
