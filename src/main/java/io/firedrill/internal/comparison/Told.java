package io.firedrill.internal.comparison;

import io.firedrill.internal.result.AttemptResult;
import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A notification with the data that is compared. The raw request is not, because it contains the
 * times at which alerts began.
 *
 * @param offset the virtual time of arrival, relative to the start
 * @param due the time of Alertmanager's first attempt; the times of retries are random
 */
record Told(Duration offset, Duration due, NotificationResult notification) {

  /** All notifications of a run, in chronological order. */
  static List<Told> of(TestResult result) {
    List<Told> all = new ArrayList<>();
    Map<Line, Instant> last = new HashMap<>();
    for (NotificationResult told : result.notifications()) {
      Line line = new Line(told.receiver(), told.integration(), told.index(), told.groupLabels());
      Instant before = last.getOrDefault(line, Instant.MIN);
      Instant due =
          result.failedAttempts().stream()
              .filter(
                  a ->
                      line.equals(
                          new Line(a.receiver(), a.integration(), a.index(), a.groupLabels())))
              .map(AttemptResult::time)
              .filter(time -> time.isAfter(before) && !time.isAfter(told.time()))
              .min(Instant::compareTo)
              .orElse(told.time());
      last.put(line, told.time());
      all.add(
          new Told(
              Duration.between(result.start(), told.time()),
              Duration.between(result.start(), due),
              told));
    }
    return all;
  }

  /** A group and an integration to which Alertmanager sends, with retries. */
  private record Line(
      String receiver, String integration, int index, Map<String, String> groupLabels) {}

  /** An alert in a notification. */
  record Named(String status, Labels labels) {}

  /** The integration, the group and the status of a notification. */
  record Address(
      String receiver, String integration, int index, String status, Labels groupLabels) {

    Address withoutGroup() {
      return new Address(receiver, integration, index, status, Labels.empty());
    }
  }

  /** The status and group of a notification, without its receiver. */
  record Matter(String status, Labels groupLabels) {}

  /** Everything that is compared. */
  record Everything(
      Duration due,
      Address address,
      List<Named> alerts,
      List<Map<String, String>> annotations,
      Optional<String> title,
      Optional<String> text,
      SortedMap<String, String> fields) {}

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

  /** The annotations to compare: none if there is a message, which shows those that people read. */
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
        due,
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
