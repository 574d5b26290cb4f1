package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.NotificationExpectation;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The notifications that an expectation covers.
 *
 * @param receiver the receiver's name in Alertmanager's configuration
 * @param integration the kind of integration, where only one of the receiver's is meant
 * @param from the window's first instant, virtual time since the start, where there is one
 * @param to the window's last instant, itself included, where there is one
 */
public record Claim(
    String receiver, Optional<String> integration, Optional<Duration> from, Optional<Duration> to) {

  static Claim of(NotificationExpectation entry) {
    return new Claim(entry.receiver(), entry.integration(), entry.from(), entry.to());
  }

  /**
   * Rejects an empty window.
   *
   * @throws IllegalArgumentException if it ends before it begins
   */
  public static void requireWindow(Duration from, Duration to) {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "the window ends before it begins: %s to %s"
              .formatted(PrometheusDuration.format(from), PrometheusDuration.format(to)));
    }
  }

  /** Those notifications, in order of time. */
  public List<Notification> in(Timeline timeline) {
    VirtualTime time = new VirtualTime(timeline.start());
    ArrivalTime window = new ArrivalTime(from, to);
    return timeline.notifications().stream()
        .filter(n -> n.receiver().equals(receiver))
        .filter(n -> integration.filter(i -> !i.equals(n.integration())).isEmpty())
        .filter(n -> window.contains(time.offset(n.time())))
        .toList();
  }

  /** {@code data-oncall (slack), 10m to 20m}. */
  public String title(VirtualTime time) {
    return receiver
        + integration.map(i -> " (" + i + ")").orElse("")
        + new ArrivalTime(from, to).text(time).map(t -> ", " + t).orElse("");
  }
}
