package io.firedrill.internal.verdict;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.internal.timeline.OtherTimeline;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A new group of Alertmanager whose first flush is at one of two instants, by the order in which
 * the dispatcher meets its alerts: at once if the first one is older than {@code group_wait}.
 *
 * @param receiver the receiver's name
 * @param group the group's labels
 * @param begin when the group begins: the first of the two instants
 * @param groupWait how much later the second one is
 * @param interval {@code group_interval}, at which flushes follow
 * @param end when the group ends, as far as is known
 * @param cause when Alertmanager was started or loaded routes, where the group is new for that
 */
public record UncertainFlush(
    String receiver,
    Labels group,
    Instant begin,
    Duration groupWait,
    Duration interval,
    Instant end,
    Optional<Instant> cause) {

  /** What may have happened as well; empty where that makes no difference. */
  public Optional<OtherTimeline> possible(Timeline timeline) {
    boolean shows = shows(timeline);
    if (!shows && !timeline.end().isBefore(begin.plus(groupWait))) {
      return Optional.empty();
    }
    // What has not notified anybody yet is flushed later, if at all.
    boolean atOnce = shows && isAtOnce(timeline);
    List<String> instants = instants(timeline.start());
    return Optional.of(
        new OtherTimeline(
            receiver,
            "Alertmanager first flushes " + text(timeline.start()),
            instants.get(atOnce ? 0 : 1),
            instants.get(atOnce ? 1 : 0),
            shows ? Optional.of(other(timeline)) : Optional.empty()));
  }

  /** What may happen as well: the group's notifications as the other first flush makes them. */
  public Timeline other(Timeline timeline) {
    Optional<Notification> first = timeline.notifications().stream().filter(this::isOf).findFirst();
    if (first.isEmpty()) {
      return timeline;
    }
    boolean atOnce = isAtOnce(first.get().time());
    List<TimelineEvent> events =
        timeline.events().stream()
            .map(
                event ->
                    event instanceof TimelineEvent.Notified n && isOf(n.notification())
                        ? new TimelineEvent.Notified(moved(n.notification(), atOnce))
                        : event)
            .filter(event -> !event.time().isAfter(timeline.end()))
            .toList();
    return new RunTimeline(timeline.start(), timeline.end(), events);
  }

  /** Whether the group notified somebody, so that it matters when it was flushed. */
  public boolean shows(Timeline timeline) {
    return timeline.notifications().stream().anyMatch(this::isOf);
  }

  /** {@code group {alertname="QueueFull"} of data-oncall at 12m or at 12m30s}. */
  public String text(Instant start) {
    VirtualTime time = new VirtualTime(start);
    return "group %s of %s at %s or at %s"
        .formatted(group, receiver, offset(time, begin), offset(time, begin.plus(groupWait)));
  }

  /** The two first flushes, the one at once first: {@code 12m}, {@code 12m30s}. */
  List<String> instants(Instant start) {
    VirtualTime time = new VirtualTime(start);
    return Stream.of(begin, begin.plus(groupWait)).map(t -> offset(time, t)).toList();
  }

  /** Whether it was flushed at once, as far as the timeline shows. */
  boolean isAtOnce(Timeline timeline) {
    return timeline.notifications().stream()
        .filter(this::isOf)
        .findFirst()
        .map(n -> isAtOnce(n.time()))
        .orElse(true);
  }

  /** Whether it was flushed at once, as the first notification shows. */
  boolean isAtOnce(Instant notification) {
    Duration since = Duration.between(begin, notification);
    boolean within = groupWait.compareTo(interval) < 0;
    long rest = within ? since.toNanos() % interval.toNanos() : since.toNanos();
    return rest < groupWait.toNanos();
  }

  private static String offset(VirtualTime time, Instant instant) {
    return PrometheusDuration.format(time.arrivalOffset(instant));
  }

  /** Whether this group sent it. */
  boolean isOf(Notification n) {
    return n.receiver().equals(receiver)
        && n.groupLabels().equals(group)
        && !n.time().isBefore(begin)
        && n.time().isBefore(end);
  }

  private Notification moved(Notification n, boolean atOnce) {
    Duration later = atOnce ? groupWait : groupWait.negated();
    Instant moved = n.time().plus(later);
    // A flush tells of what has changed since the one before it; so does the other series' flush.
    Optional<Instant> change = firstChange(n);
    if (change.isPresent()) {
      while (!moved.minus(interval).isBefore(change.get())
          && moved.minus(interval).isAfter(begin)) {
        moved = moved.minus(interval);
      }
      while (moved.isBefore(change.get())) {
        moved = moved.plus(interval);
      }
    }
    return CapturedNotification.moved(n, moved);
  }

  /** The first change of an alert that this notification may be the first to tell. */
  private Optional<Instant> firstChange(Notification n) {
    Instant before = n.time().minus(interval);
    return n.alerts().stream()
        .map(a -> a.endsAt() == null ? a.startsAt() : a.endsAt())
        .filter(t -> t.isAfter(before) && t.isAfter(begin) && !t.isAfter(n.time()))
        .min(Instant::compareTo);
  }
}
