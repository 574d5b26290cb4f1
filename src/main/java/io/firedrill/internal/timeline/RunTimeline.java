package io.firedrill.internal.timeline;

import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A timeline whose events are in order.
 *
 * @param others timelines that were equally possible, as far as known
 */
public record RunTimeline(
    Instant start, Instant end, List<TimelineEvent> events, List<OtherTimeline> others)
    implements Timeline {

  private static final Comparator<TimelineEvent> ORDER =
      Comparator.comparing(TimelineEvent::time)
          .thenComparing(RunTimeline::kind)
          .thenComparing(RunTimeline::detail);

  public RunTimeline {
    events = events.stream().sorted(ORDER).toList();
    others = List.copyOf(others);
  }

  /** A timeline without alternatives. */
  public RunTimeline(Instant start, Instant end, List<TimelineEvent> events) {
    this(start, end, events, List.of());
  }

  /** A timeline with alternatives. */
  public static RunTimeline beside(Timeline timeline, List<OtherTimeline> others) {
    return new RunTimeline(timeline.start(), timeline.end(), timeline.events(), others);
  }

  private static int kind(TimelineEvent event) {
    if (event instanceof TimelineEvent.Acted) {
      return 0;
    }
    if (event instanceof TimelineEvent.Warned) {
      return 1;
    }
    if (event instanceof TimelineEvent.AlertChanged) {
      return 2;
    }
    if (event instanceof TimelineEvent.Attempted) {
      return 3;
    }
    return event instanceof TimelineEvent.NotificationFailed ? 4 : 5;
  }

  private static String detail(TimelineEvent event) {
    if (event instanceof TimelineEvent.Acted) {
      return "";
    }
    if (event instanceof TimelineEvent.Warned warned) {
      return warned.message();
    }
    if (event instanceof TimelineEvent.AlertChanged changed) {
      return changed.alert() + " " + changed.to();
    }
    if (event instanceof TimelineEvent.NotificationFailed failed) {
      return String.join(
          "\0",
          failed.receiver(),
          failed.integration(),
          String.valueOf(failed.index()),
          failed.groupLabels().toString(),
          failed.reason());
    }
    Notification n =
        event instanceof TimelineEvent.Attempted attempt
            ? attempt.notification()
            : ((TimelineEvent.Notified) event).notification();
    return String.join(
        "\0",
        n.receiver(),
        n.integration(),
        n.status(),
        n.groupLabels().toString(),
        n.request().body());
  }
}
