package io.firedrill.comparison;

import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.result.NotificationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A notification, and what counts when it is compared: not the raw request, which holds the times
 * at which alerts began.
 *
 * @param offset when it arrived, in virtual time since the start
 */
record Told(Duration offset, NotificationResult notification) {

  /** An alert as a notification names it. */
  record Named(String status, Labels labels) {}

  /** Which of all integrations was told what about which group. */
  record Address(
      String receiver, String integration, int index, String status, Labels groupLabels) {

    Address withoutGroup() {
      return new Address(receiver, integration, index, status, Labels.empty());
    }
  }

  /** What happened, whoever was told. */
  record Matter(String status, Labels groupLabels) {}

  /** Everything that counts. */
  record Everything(
      Duration offset,
      Address address,
      List<Named> alerts,
      List<Map<String, String>> annotations,
      Optional<String> title,
      Optional<String> text,
      SortedMap<String, String> fields) {}

  static Told of(Instant start, NotificationResult notification) {
    return new Told(Duration.between(start, notification.time()), notification);
  }

  Labels groupLabels() {
    return Labels.copyOf(notification.groupLabels());
  }

  Address address() {
    return new Address(
        notification.receiver(),
        notification.integration(),
        notification.index(),
        notification.status(),
        groupLabels());
  }

  Matter matter() {
    return new Matter(notification.status(), groupLabels());
  }

  List<Named> alerts() {
    return notification.alerts().stream()
        .map(a -> new Named(a.status(), Labels.copyOf(a.labels())))
        .toList();
  }

  /** Where there is a message, it shows those of them that anybody reads. */
  List<Map<String, String>> annotations() {
    return notification.message().isPresent()
        ? List.of()
        : notification.alerts().stream().map(a -> a.annotations()).toList();
  }

  SortedMap<String, String> fields() {
    return notification.message().map(Message::shownFields).orElse(new TreeMap<>());
  }

  Everything everything() {
    return new Everything(
        offset,
        address(),
        alerts(),
        annotations(),
        notification.message().map(Message::title),
        notification.message().map(Message::text),
        fields());
  }

  boolean sharesAnAlertWith(Told other) {
    return alerts().stream().anyMatch(other.alerts()::contains);
  }
}
