package io.firedrill.engine;

import io.firedrill.model.Notification;
import io.firedrill.verdict.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a receiver was told, up to one virtual instant of a drill.
 *
 * @param receiver the receiver's name in Alertmanager's configuration
 * @param integration the kind of integration that alone is meant, such as {@code slack}
 * @param from the first instant that is meant
 * @param to the last instant that is meant, itself included
 * @param notifications the notifications, in order of time
 * @param observed all that the drill had observed
 */
public record ReceivedNotifications(
    String receiver,
    Optional<String> integration,
    Instant from,
    Instant to,
    List<Notification> notifications,
    Observed observed) {

  public ReceivedNotifications {
    notifications = List.copyOf(notifications);
  }

  static ReceivedNotifications of(String receiver, Observed observed) {
    return new ReceivedNotifications(
        receiver,
        Optional.empty(),
        observed.timeline().start(),
        observed.timeline().end(),
        observed.timeline().notifications().stream()
            .filter(n -> n.receiver().equals(receiver))
            .toList(),
        observed);
  }

  /** Those that one kind of integration sent: {@code webhook}, {@code slack}, {@code email}. */
  public ReceivedNotifications by(String kind) {
    return new ReceivedNotifications(
        receiver, Optional.of(kind), from, to, filter(n -> n.integration().equals(kind)), observed);
  }

  /**
   * Those of a window.
   *
   * @param first the window's begin, since the drill's start
   * @param last the window's end, itself included, since the drill's start
   */
  public ReceivedNotifications between(Duration first, Duration last) {
    Instant begin = observed.timeline().start().plus(first);
    Instant end = observed.timeline().start().plus(last);
    // What lies below the second depends on the machine.
    return new ReceivedNotifications(
        receiver,
        integration,
        begin,
        end,
        filter(n -> !n.time().isBefore(begin) && n.time().isBefore(end.plusSeconds(1))),
        observed);
  }

  private List<Notification> filter(Predicate<Notification> meant) {
    return notifications.stream().filter(meant).toList();
  }
}
