package io.firedrill.internal.result;

import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notification that a receiver got.
 *
 * @param time the virtual time of arrival, rounded down to seconds
 * @param offsetSeconds the same, relative to the start
 * @param receiver the receiver's name
 * @param integration the integration's kind: {@code webhook}, {@code slack}
 * @param index the index among the receiver's integrations of this kind, from 0
 * @param status {@code firing}, {@code resolved} or {@code unknown}
 * @param groupLabels the labels that the alerts were grouped by, ordered by name
 * @param alerts the alerts, ordered by labels
 * @param message the message that people read; empty for a webhook
 * @param body the body of the raw request
 */
public record NotificationResult(
    Instant time,
    double offsetSeconds,
    String receiver,
    String integration,
    int index,
    String status,
    Map<String, String> groupLabels,
    List<NotifiedAlertResult> alerts,
    Optional<Message> message,
    String body) {

  public NotificationResult {
    alerts = List.copyOf(alerts);
  }

  static NotificationResult of(Notification notification, Offsets offsets) {
    Instant time = offsets.cut(notification.time());
    return new NotificationResult(
        time,
        offsets.of(time),
        notification.receiver(),
        notification.integration(),
        notification.index(),
        notification.status(),
        notification.groupLabels().asMap(),
        notification.alerts().stream().map(NotifiedAlertResult::of).toList(),
        notification.message(),
        notification.request().body());
  }
}
