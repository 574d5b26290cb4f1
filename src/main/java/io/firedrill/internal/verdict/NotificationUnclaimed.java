package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.Scenario;
import io.firedrill.model.Notification;
import java.time.Instant;

/** Strict: no {@code notification_test} covers a notification. */
final class NotificationUnclaimed {

  private NotificationUnclaimed() {}

  static Failure of(Scenario scenario, Notification notification, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    Instant arrival = time.arrivalInstant(notification.time());
    String summary =
        notification.receiver()
            + " at "
            + time.arrival(notification.time())
            + ": no notification_test covers this notification";
    return new FailureText(summary)
        .diff("came:", new NotificationFields(time).extra(notification))
        .askWhyCame(notification)
        .hint(
            "list it under a notification_test of receiver \""
                + notification.receiver()
                + "\"; strict: false ignores what no entry is about")
        .timeline(observed, arrival, arrival)
        .difference(FailureKind.NOTIFICATION_UNCLAIMED)
        .at(scenario.position());
  }
}
