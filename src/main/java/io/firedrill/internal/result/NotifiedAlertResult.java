package io.firedrill.internal.result;

import io.firedrill.model.Notification.NotifiedAlert;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An alert in a notification.
 *
 * @param status {@code firing} or {@code resolved}
 * @param labels the alert's labels, ordered by name
 * @param annotations the alert's annotations, expanded by Prometheus
 * @param startsAt the virtual time at which it started to fire
 * @param endsAt the virtual time at which it was resolved; empty while it fires
 */
public record NotifiedAlertResult(
    String status,
    Map<String, String> labels,
    Map<String, String> annotations,
    Instant startsAt,
    Optional<Instant> endsAt) {

  static NotifiedAlertResult of(NotifiedAlert alert) {
    return new NotifiedAlertResult(
        alert.status(),
        alert.labels().asMap(),
        alert.annotations(),
        alert.startsAt(),
        Optional.ofNullable(alert.endsAt()));
  }
}
