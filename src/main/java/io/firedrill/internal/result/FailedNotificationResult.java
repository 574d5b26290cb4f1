package io.firedrill.internal.result;

import io.firedrill.model.TimelineEvent.NotificationFailed;
import java.time.Instant;
import java.util.Map;

/**
 * A notification that Alertmanager gave up.
 *
 * @param time its virtual time, cut to the second
 * @param offsetSeconds the same since the start
 * @param receiver the receiver's name
 * @param integration the integration's kind
 * @param index which of the receiver's integrations of this kind, from 0
 * @param groupLabels the labels that the alerts were grouped by; empty up to Alertmanager 0.28
 * @param reason why, in Alertmanager's words
 */
public record FailedNotificationResult(
    Instant time,
    double offsetSeconds,
    String receiver,
    String integration,
    int index,
    Map<String, String> groupLabels,
    String reason) {

  static FailedNotificationResult of(NotificationFailed failed, Offsets offsets) {
    Instant time = offsets.cut(failed.time());
    return new FailedNotificationResult(
        time,
        offsets.of(time),
        failed.receiver(),
        failed.integration(),
        failed.index(),
        failed.groupLabels().asMap(),
        failed.reason());
  }
}
