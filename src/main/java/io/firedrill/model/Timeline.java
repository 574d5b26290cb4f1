package io.firedrill.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All events of one run, in an order that does not depend on the machine: by time, then actions,
 * alerts, failed attempts and notifications, then by labels and receiver. Events at the same
 * virtual instant have no order of their own, except for actions, which keep theirs.
 *
 * @param start the scenario's start
 * @param end the last virtual time that was run
 * @param events the events, sorted
 * @param others timelines that were equally possible, as far as known
 */
public record Timeline(
    Instant start, Instant end, List<TimelineEvent> events, List<OtherTimeline> others) {

  private static final Comparator<TimelineEvent> ORDER =
      Comparator.comparing(TimelineEvent::time)
          .thenComparing(Timeline::kind)
          .thenComparing(Timeline::detail);

  public Timeline {
    events = events.stream().sorted(ORDER).toList();
    others = List.copyOf(others);
  }

  /** A timeline beside which there is no other. */
  public Timeline(Instant start, Instant end, List<TimelineEvent> events) {
    this(start, end, events, List.of());
  }

  /** The same beside others. */
  public Timeline beside(List<OtherTimeline> possible) {
    return new Timeline(start, end, events, possible);
  }

  /** The notifications, in order. */
  public List<Notification> notifications() {
    return events.stream()
        .flatMap(
            e -> e instanceof TimelineEvent.Notified n ? Stream.of(n.notification()) : Stream.of())
        .toList();
  }

  /** The attempts to notify that failed, in order. */
  public List<TimelineEvent.Attempted> attempts() {
    return events.stream()
        .flatMap(e -> e instanceof TimelineEvent.Attempted a ? Stream.of(a) : Stream.of())
        .toList();
  }

  /** What was done in mid-run, in order. */
  public List<TimelineEvent.Acted> actions() {
    return events.stream()
        .flatMap(e -> e instanceof TimelineEvent.Acted a ? Stream.of(a) : Stream.of())
        .toList();
  }

  /** The alerts' changes of state, in order. */
  public List<TimelineEvent.AlertChanged> alertChanges() {
    return events.stream()
        .flatMap(e -> e instanceof TimelineEvent.AlertChanged a ? Stream.of(a) : Stream.of())
        .toList();
  }

  private static int kind(TimelineEvent event) {
    if (event instanceof TimelineEvent.Acted) {
      return 0;
    }
    if (event instanceof TimelineEvent.AlertChanged) {
      return 1;
    }
    return event instanceof TimelineEvent.Attempted ? 2 : 3;
  }

  private static String detail(TimelineEvent event) {
    if (event instanceof TimelineEvent.Acted) {
      return "";
    }
    if (event instanceof TimelineEvent.AlertChanged changed) {
      return changed.alert() + " " + changed.to();
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
