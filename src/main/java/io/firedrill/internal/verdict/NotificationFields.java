package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.ExpectedNotifiedAlert;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An expected notification and a captured one, field by field. */
final class NotificationFields {

  private final VirtualTime time;

  NotificationFields(VirtualTime time) {
    this.time = time;
  }

  List<Field> compare(ExpectedNotification expected, Notification actual) {
    ArrivalTime arrival = ArrivalTime.of(expected);
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field(
            "time",
            arrival.text(time),
            Optional.of(time.arrival(actual.time())),
            arrival.contains(time.offset(actual.time()))));
    fields.add(status("status", expected.status(), actual.status()));
    fields.addAll(
        Field.matchingLabels("group_labels.", expected.groupLabels(), actual.groupLabels()));
    fields.addAll(alerts(expected.alerts(), actual.alerts()));
    expected.payload().forEach((path, matcher) -> fields.add(payload(path, matcher, actual)));
    return fields;
  }

  /** An expected notification alone. */
  List<Field> missing(ExpectedNotification expected) {
    List<Field> fields = new ArrayList<>();
    ArrivalTime.of(expected).text(time).ifPresent(t -> fields.add(Field.missing("time", t)));
    expected.status().ifPresent(s -> fields.add(Field.missing("status", s)));
    fields.addAll(Field.matchingLabels("group_labels.", expected.groupLabels(), Labels.empty()));
    for (int i = 0; i < expected.alerts().size(); i++) {
      fields.add(Field.missing("alerts." + i, text(expected.alerts().get(i))));
    }
    fields.addAll(Field.matching("payload ", expected.payload(), Map.of()));
    return fields;
  }

  /** A captured notification alone. */
  List<Field> extra(Notification actual) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.extra("time", time.arrival(actual.time())));
    fields.add(Field.extra("integration", actual.integration()));
    fields.add(Field.extra("status", actual.status()));
    fields.add(Field.extra("group_labels", actual.groupLabels().toString()));
    for (int i = 0; i < actual.alerts().size(); i++) {
      fields.add(Field.extra("alerts." + i, text(actual.alerts().get(i))));
    }
    return fields;
  }

  private static Field status(String name, Optional<String> expected, String actual) {
    return new Field(
        name, expected, Optional.of(actual), expected.filter(e -> !e.equals(actual)).isEmpty());
  }

  /** Any order, and no others; indices are those of the scenario file. */
  private static List<Field> alerts(
      List<ExpectedNotifiedAlert> expected, List<NotifiedAlert> actual) {
    if (expected.isEmpty()) {
      return List.of();
    }
    Assignment<ExpectedNotifiedAlert, NotifiedAlert> assignment =
        Assignment.of(expected, actual, (e, a) -> compare("", e, a));
    if (assignment.isPerfect()) {
      return List.of(Field.equal("alerts", String.valueOf(actual.size())));
    }
    List<Field> fields = new ArrayList<>();
    for (Assignment.Pair<ExpectedNotifiedAlert, NotifiedAlert> pair : assignment.near()) {
      String prefix = "alerts." + expected.indexOf(pair.expected()) + ".";
      compare(prefix, pair.expected(), pair.actual()).stream()
          .filter(f -> !f.agrees())
          .forEach(fields::add);
    }
    assignment
        .missing()
        .forEach(e -> fields.add(Field.missing("alerts." + expected.indexOf(e), text(e))));
    assignment.extra().forEach(a -> fields.add(Field.extra("alerts", text(a))));
    return fields;
  }

  private static List<Field> compare(
      String prefix, ExpectedNotifiedAlert expected, NotifiedAlert actual) {
    List<Field> fields = new ArrayList<>();
    fields.add(status(prefix + "status", expected.status(), actual.status()));
    fields.addAll(Field.matchingLabels(prefix + "labels.", expected.labels(), actual.labels()));
    fields.addAll(
        Field.matching(prefix + "annotations.", expected.annotations(), actual.annotations()));
    return fields;
  }

  private static Field payload(String path, ValueMatcher matcher, Notification actual) {
    String name = "payload " + path;
    PayloadPath.Found found = PayloadPath.find(actual, path);
    if (found instanceof PayloadPath.Found.Nothing nothing) {
      return Field.differing(name, matcher.toString(), "(" + nothing.reason() + ")");
    }
    String text = ((PayloadPath.Found.Value) found).text();
    return new Field(
        name,
        Optional.of(matcher.toString()),
        Optional.of(SeriesText.quoted(text)),
        matcher.matches(text));
  }

  private static String text(ExpectedNotifiedAlert alert) {
    String labels = SeriesText.selector("", alert.labels());
    return (alert.status().map(s -> s + " ").orElse("") + (labels.isEmpty() ? "any alert" : labels))
        .strip();
  }

  private static String text(NotifiedAlert alert) {
    return alert.status() + " " + SeriesText.alert(alert.labels());
  }
}
