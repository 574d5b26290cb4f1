package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the expectations that only Firedrill has. */
final class DrillTests {

  private static final List<String> STATE_KEYS =
      List.of("alertname", "labels", "at", "from", "to", "state");
  private static final List<String> NOTIFICATION_TEST_KEYS =
      List.of("receiver", "integration", "from", "to", "any_order", "exp_notifications");
  private static final List<String> NOTIFICATION_KEYS =
      List.of("at", "from", "to", "status", "group_labels", "alerts", "payload");
  private static final List<String> ALERT_KEYS = List.of("status", "labels", "annotations");
  private static final List<String> STATUSES = List.of("firing", "resolved");

  private final Reading reading;
  private final Optional<Duration> runFor;

  DrillTests(Reading reading, Optional<Duration> runFor) {
    this.reading = reading;
    this.runFor = runFor;
  }

  List<AlertStateExpectation> alertStateTests(Fields test) {
    List<AlertStateExpectation> result = new ArrayList<>();
    for (YamlNode item : test.items("alert_state_test")) {
      reading
          .fields(item, "an item of alert_state_test", STATE_KEYS)
          .flatMap(this::alertState)
          .ifPresent(result::add);
    }
    return result;
  }

  private Optional<AlertStateExpectation> alertState(Fields fields) {
    Optional<YamlScalar> name = fields.required("alertname");
    Window window = Window.read(fields, reading.problems());
    if (window.at().isEmpty() && !fields.has("to") && runFor.isEmpty()) {
      reading
          .problems()
          .error(
              fields.node(),
              "\"to\" is missing in an item of alert_state_test",
              Optional.of("run_for: 2h would be the default"));
    }
    Optional<StateWord> state =
        fields.required("state").flatMap(s -> StateWord.read(s, reading.problems()));
    Duration from = window.at().or(window::from).orElse(Duration.ZERO);
    Duration to = window.at().or(window::to).or(() -> runFor).orElse(from);
    var labels = reading.matchers(fields, "labels");
    return name.flatMap(
        n ->
            state.map(
                s ->
                    new AlertStateExpectation(
                        n.text(), labels, from, to, s.state(), s.manner(), fields.position())));
  }

  List<NotificationExpectation> notificationTests(Fields test) {
    List<NotificationExpectation> result = new ArrayList<>();
    for (YamlNode item : test.items("notification_test")) {
      reading
          .fields(item, "an item of notification_test", NOTIFICATION_TEST_KEYS)
          .flatMap(this::notificationTest)
          .ifPresent(result::add);
    }
    return result;
  }

  private Optional<NotificationExpectation> notificationTest(Fields fields) {
    Optional<YamlScalar> receiver = fields.required("receiver");
    Optional<String> integration =
        fields.scalar("integration").flatMap(s -> Integrations.read(s, reading.problems()));
    Window window = Window.read(fields, reading.problems());
    NotificationOrder order =
        fields.flag("any_order").orElse(false)
            ? NotificationOrder.ANY
            : NotificationOrder.AS_LISTED;
    if (!fields.has("exp_notifications")) {
      reading
          .problems()
          .error(
              fields.node(),
              "\"exp_notifications\" is missing in an item of notification_test",
              Optional.of("write exp_notifications: [] if no notification is expected"));
    }
    List<ExpectedNotification> expected = new ArrayList<>();
    for (YamlNode item : fields.items("exp_notifications")) {
      reading
          .fields(item, "an item of exp_notifications", NOTIFICATION_KEYS)
          .map(this::notification)
          .ifPresent(expected::add);
    }
    return receiver.map(
        r ->
            new NotificationExpectation(
                r.text(),
                integration,
                window.from(),
                window.to(),
                order,
                expected,
                fields.position()));
  }

  private ExpectedNotification notification(Fields fields) {
    Window window = Window.read(fields, reading.problems());
    List<ExpectedNotifiedAlert> alerts = new ArrayList<>();
    for (YamlNode item : fields.items("alerts")) {
      reading
          .fields(item, "an item of alerts", ALERT_KEYS)
          .map(this::notifiedAlert)
          .ifPresent(alerts::add);
    }
    return new ExpectedNotification(
        window.at(),
        window.from(),
        window.to(),
        status(fields),
        reading.matchers(fields, "group_labels"),
        alerts,
        reading.matchers(fields, "payload"),
        fields.position());
  }

  private ExpectedNotifiedAlert notifiedAlert(Fields fields) {
    return new ExpectedNotifiedAlert(
        status(fields),
        reading.matchers(fields, "labels"),
        reading.matchers(fields, "annotations"));
  }

  private Optional<String> status(Fields fields) {
    return fields.scalar("status").flatMap(s -> word(s, STATUSES));
  }

  private Optional<String> word(YamlScalar scalar, List<String> known) {
    if (known.contains(scalar.text())) {
      return Optional.of(scalar.text());
    }
    int last = known.size() - 1;
    String words = String.join(", ", known.subList(0, last)) + " or " + known.get(last);
    reading
        .problems()
        .error(
            scalar,
            "expected " + words + ", found \"" + scalar.text() + "\"",
            Suggestions.hint(scalar.text(), known));
    return Optional.empty();
  }
}
