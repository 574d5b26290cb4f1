package io.firedrill.internal.verdict;

import io.firedrill.internal.text.Printable;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import io.firedrill.model.TimelineEvent.Acted;
import io.firedrill.model.TimelineEvent.AlertChanged;
import io.firedrill.model.TimelineEvent.Attempted;
import io.firedrill.model.TimelineEvent.NotificationFailed;
import io.firedrill.model.TimelineEvent.Notified;
import io.firedrill.model.TimelineEvent.Warned;
import java.util.List;

/**
 * A timeline as plain text, one line an event, the same on every machine: {@code 15m
 * HighLatency{job="api"} pending -> firing}. Times are virtual, as offsets from the start; where
 * the start is not 1970-01-01T00:00:00Z, the absolute time follows. The time of a notification or
 * an action is cut to the second, since what lies below it depends on the machine.
 */
public final class TimelineText {

  private TimelineText() {}

  /** Every event, in order. */
  public static List<String> lines(Timeline timeline) {
    VirtualTime time = new VirtualTime(timeline.start());
    return timeline.events().stream()
        .map(e -> time(e, time) + "  " + event(e))
        .map(Printable::line)
        .toList();
  }

  static String time(TimelineEvent event, VirtualTime time) {
    return event instanceof AlertChanged ? time.text(event.time()) : time.arrival(event.time());
  }

  static String event(TimelineEvent event) {
    if (event instanceof AlertChanged change) {
      String alert = SeriesText.alert(change.alert());
      return alert + "  " + change.from() + " -> " + change.to();
    }
    if (event instanceof Acted acted) {
      return acted.text();
    }
    if (event instanceof NotificationFailed failed) {
      return failed(failed);
    }
    if (event instanceof Warned warned) {
      return warned.server() + " warns: " + warned.message();
    }
    if (event instanceof Attempted attempt) {
      return notification(attempt.notification()) + "  failed: " + attempt.failure();
    }
    return notification(((Notified) event).notification());
  }

  private static String failed(NotificationFailed failed) {
    String group = failed.groupLabels().isEmpty() ? "" : failed.groupLabels() + "  ";
    return failed.integration()
        + " "
        + failed.receiver()
        + "  "
        + group
        + "notification failed: "
        + failed.reason();
  }

  static String notification(Notification n) {
    return String.join(
        "  ",
        n.integration() + " " + n.receiver(),
        n.status(),
        n.groupLabels().toString(),
        Counts.of(n.alerts().size(), "alert"));
  }
}
