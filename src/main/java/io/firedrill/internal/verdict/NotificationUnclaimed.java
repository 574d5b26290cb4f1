package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.Scenario;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;

/** Strict: no {@code notification_test} covers some notifications of a receiver. */
final class NotificationUnclaimed {

  /** A receiver that is notified about many groups would fill the screen. */
  private static final int SHOWN = 5;

  private NotificationUnclaimed() {}

  /**
   * @param notifications those of one integration of a receiver, in order of time, at least one
   */
  static Failure of(Scenario scenario, List<Notification> notifications, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    Notification first = notifications.get(0);
    List<Notification> others = notifications.subList(1, notifications.size());
    Instant arrival = time.arrivalInstant(first.time());
    String summary =
        first.receiver()
            + " at "
            + time.arrival(first.time())
            + ": no notification_test covers this notification"
            + (others.isEmpty() ? "" : ", nor " + others.size() + " more");
    FailureText text =
        new FailureText(summary)
            .diff("came:", new NotificationFields(time).extra(first))
            .askWhyCame(first);
    if (!others.isEmpty()) {
      text.section("not covered either:", lines(others, time));
    }
    return text.hint(
            "list it under a notification_test of receiver \""
                + first.receiver()
                + "\"; strict: false ignores what no entry is about")
        .timeline(observed, arrival, arrival)
        .difference(FailureKind.NOTIFICATION_UNCLAIMED)
        .at(scenario.position());
  }

  private static List<String> lines(List<Notification> notifications, VirtualTime time) {
    return Repeats.cut(
        Repeats.groups(notifications, NotificationUnclaimed::text).stream()
            .map(alike -> text(alike.get(0)) + "  " + Repeats.times(alike, time))
            .toList(),
        SHOWN,
        "kind");
  }

  private static String text(Notification n) {
    return String.join(
        "  ", n.status(), n.groupLabels().toString(), Counts.of(n.alerts().size(), "alert"));
  }
}
