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
 * A notification, and what counts when it is compared: not the raw request, which holds the times
 * at which alerts began.
 *
 * @param offset when it arrived, in virtual time since the start
 * @param due when Alertmanager first tried to send it: when it tries again is random
 */
record Told(Duration offset, Duration due, NotificationResult notification) {

  /** All notifications of a run, in order of time. */
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

  /** Whom Alertmanager tells about a group, until it has told. */
  private record Line(
      String receiver, String integration, int index, Map<String, String> groupLabels) {}

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
