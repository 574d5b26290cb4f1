package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notification that a {@link NotificationExpectation} requires. Absent parts are not compared.
 *
 * @param at when it arrives: virtual time since the start, exact to the second; never together with
 *     {@code from} or {@code to}
 * @param from not before this time
 * @param to not after this time
 * @param status the group's status, {@code firing} or {@code resolved}
 * @param groupLabels labels that the group has; others are ignored
 * @param alerts its alerts, in any order; if not empty, there are no others
 * @param payload dotted paths into the captured body, and the texts there
 * @param origin where the notification is written
 */
public record ExpectedNotification(
    Optional<Duration> at,
    Optional<Duration> from,
    Optional<Duration> to,
    Optional<String> status,
    Map<String, ValueMatcher> groupLabels,
    List<ExpectedNotifiedAlert> alerts,
    Map<String, ValueMatcher> payload,
    Origin origin) {
  public ExpectedNotification {
    groupLabels = ValueMatcher.copyOf(groupLabels);
    alerts = List.copyOf(alerts);
    payload = ValueMatcher.copyOf(payload);
  }

  /** Any notification, as the only one of a list. */
  public static ExpectedNotification any() {
    return new ExpectedNotification(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        Map.of(),
        new Origin.Listed(1, 1));
  }
}
