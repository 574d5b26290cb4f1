package io.firedrill.verdict;

import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import io.firedrill.scenario.NotificationExpectation;
import java.util.List;

/** The notifications that an entry of {@code notification_test} is about. */
final class Claim {

  private Claim() {}

  /** Those of its receiver, and integration if it names one, in its window; in order of time. */
  static List<Notification> of(NotificationExpectation entry, Timeline timeline) {
    VirtualTime time = new VirtualTime(timeline.start());
    ArrivalTime window = ArrivalTime.of(entry);
    return timeline.notifications().stream()
        .filter(n -> n.receiver().equals(entry.receiver()))
        .filter(n -> entry.integration().filter(i -> !i.equals(n.integration())).isEmpty())
        .filter(n -> window.contains(time.offset(n.time())))
        .toList();
  }

  /** {@code data-oncall (slack), 10m to 20m}. */
  static String title(NotificationExpectation entry, VirtualTime time) {
    return entry.receiver()
        + entry.integration().map(i -> " (" + i + ")").orElse("")
        + ArrivalTime.of(entry).text(time).map(t -> ", " + t).orElse("");
  }
}
