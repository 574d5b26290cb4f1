package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of {@code notification_test}: in the window, the receiver got exactly these
 * notifications.
 *
 * @param receiver the receiver's name in Alertmanager's configuration, never empty
 * @param integration the kind of integration, if only one of the receiver's kinds is meant
 * @param from the window's first instant, virtual time since the start; default: the start
 * @param to the window's last instant, inclusive; default: the end of the run
 * @param order whether the order of the list matters
 * @param expected the notifications; empty = none at all
 * @param position where the entry begins
 */
public record NotificationExpectation(
    String receiver,
    Optional<String> integration,
    Optional<Duration> from,
    Optional<Duration> to,
    NotificationOrder order,
    List<ExpectedNotification> expected,
    Position position) {

  public NotificationExpectation {
    expected = List.copyOf(expected);
  }

  /** Every time that the entry names. */
  Stream<Duration> mentionedTimes() {
    return Stream.concat(
        Stream.of(from, to).flatMap(Optional::stream),
        expected.stream()
            .flatMap(n -> Stream.of(n.at(), n.from(), n.to()).flatMap(Optional::stream)));
  }
}
