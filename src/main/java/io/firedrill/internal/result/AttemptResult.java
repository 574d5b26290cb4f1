package io.firedrill.internal.result;

import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.time.Instant;
import java.util.Map;

/**
 * A request that a receiver did not accept, so that Alertmanager retries it.
 *
 * @param time its virtual time, rounded down to seconds
 * @param offsetSeconds the same, relative to the start
 * @param receiver the receiver's name
 * @param integration the integration's kind
 * @param index the index among the receiver's integrations of this kind, from 0
 * @param status {@code firing}, {@code resolved} or {@code unknown}
 * @param groupLabels the labels that the alerts were grouped by, ordered by name
 * @param failure a human-readable description of the answer
 */
public record AttemptResult(
    Instant time,
    double offsetSeconds,
    String receiver,
    String integration,
    int index,
    String status,
    Map<String, String> groupLabels,
    String failure) {

  static AttemptResult of(Attempted attempt, Offsets offsets) {
    Notification notification = attempt.notification();
    Instant time = offsets.cut(notification.time());
    return new AttemptResult(
        time,
        offsets.of(time),
        notification.receiver(),
        notification.integration(),
        notification.index(),
        notification.status(),
        notification.groupLabels().asMap(),
        attempt.failure());
  }
}
