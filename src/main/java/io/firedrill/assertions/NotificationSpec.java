package io.firedrill.assertions;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.ExpectedNotifiedAlert;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.source.Origin;
import io.firedrill.internal.verdict.Claim;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An expected notification; {@link DrillAssertions#notification()} matches any. Each method returns
 * a new specification that expects more, and does not change this one. Times are virtual, relative
 * to the drill's start, and exact to the second. In expected texts, {@code /.../} is a regular
 * expression that must match the whole text.
 */
public final class NotificationSpec {

  private final ExpectedNotification expected;

  private NotificationSpec(ExpectedNotification expected) {
    this.expected = expected;
  }

  static NotificationSpec any() {
    return new NotificationSpec(ExpectedNotification.any());
  }

  /** The expectations, each with its position in the list. */
  static List<ExpectedNotification> expected(NotificationSpec... specs) {
    return IntStream.range(0, specs.length)
        .mapToObj(i -> specs[i].at(new Origin.Listed(i + 1, specs.length)))
        .toList();
  }

  /** It arrives at this time. */
  public NotificationSpec at(Duration time) {
    return arriving(Optional.of(time), Optional.empty(), Optional.empty());
  }

  /** It arrives at this time, in Prometheus's notation: {@code 15m30s}. */
  public NotificationSpec at(String time) {
    return at(Arguments.duration(time));
  }

  /**
   * It arrives in this window, both ends included.
   *
   * @throws IllegalArgumentException if the window ends before it begins
   */
  public NotificationSpec between(Duration from, Duration to) {
    Claim.requireWindow(from, to);
    return arriving(Optional.empty(), Optional.of(from), Optional.of(to));
  }

  /** It arrives in this window, in Prometheus's notation: {@code 15m30s}. */
  public NotificationSpec between(String from, String to) {
    return between(Arguments.duration(from), Arguments.duration(to));
  }

  /** Some alert of its group fires. */
  public NotificationSpec firing() {
    return status("firing");
  }

  /** All alerts of its group are resolved. */
  public NotificationSpec resolved() {
    return status("resolved");
  }

  /** Its alerts are grouped by this label, with this value; other labels are ignored. */
  public NotificationSpec groupLabel(String name, String value) {
    return groupLabels(name, value);
  }

  /**
   * Its alerts are grouped by these labels: name, value, name, value and so on; others are ignored.
   */
  public NotificationSpec groupLabels(String... namesAndValues) {
    return with(
        Arguments.joined(expected.groupLabels(), Arguments.matchers("labels", namesAndValues)),
        expected.alerts(),
        expected.payload());
  }

  /**
   * It contains exactly this alert, with any status; several calls add alerts, in any order.
   *
   * @param labels name, value, name, value and so on; other labels are ignored
   */
  public NotificationSpec alert(String alertname, String... labels) {
    return alerts(NotifiedAlertSpec.of(alertname, labels));
  }

  /** It contains exactly these alerts and those of earlier calls, in any order. */
  public NotificationSpec alerts(NotifiedAlertSpec... alerts) {
    List<ExpectedNotifiedAlert> all =
        Stream.concat(
                expected.alerts().stream(), Arrays.stream(alerts).map(NotifiedAlertSpec::expected))
            .toList();
    return with(expected.groupLabels(), all, expected.payload());
  }

  /** It has this title: a mail's subject, the title of a chat message or of an incident. */
  public NotificationSpec title(String text) {
    return payload("title", text);
  }

  /** It has this human-readable text below the title. */
  public NotificationSpec text(String text) {
    return payload("text", text);
  }

  /** It has this text in another field, which has the service's own name. */
  public NotificationSpec field(String name, String text) {
    return payload("fields." + name, text);
  }

  /**
   * It has this value in the body as it arrived, at a path such as {@code commonLabels.team},
   * {@code alerts.0.status}.
   */
  public NotificationSpec payload(String dottedPath, String text) {
    return with(
        expected.groupLabels(),
        expected.alerts(),
        Arguments.joined(expected.payload(), Map.of(dottedPath, ValueMatcher.parse(text))));
  }

  private NotificationSpec arriving(
      Optional<Duration> at, Optional<Duration> from, Optional<Duration> to) {
    return new NotificationSpec(
        new ExpectedNotification(
            at,
            from,
            to,
            expected.status(),
            expected.groupLabels(),
            expected.alerts(),
            expected.payload(),
            expected.origin()));
  }

  private NotificationSpec status(String status) {
    return new NotificationSpec(
        new ExpectedNotification(
            expected.at(),
            expected.from(),
            expected.to(),
            Optional.of(status),
            expected.groupLabels(),
            expected.alerts(),
            expected.payload(),
            expected.origin()));
  }

  private NotificationSpec with(
      Map<String, ValueMatcher> groupLabels,
      List<ExpectedNotifiedAlert> alerts,
      Map<String, ValueMatcher> payload) {
    return new NotificationSpec(
        new ExpectedNotification(
            expected.at(),
            expected.from(),
            expected.to(),
            expected.status(),
            groupLabels,
            alerts,
            payload,
            expected.origin()));
  }

  private ExpectedNotification at(Origin origin) {
    return new ExpectedNotification(
        expected.at(),
        expected.from(),
        expected.to(),
        expected.status(),
        expected.groupLabels(),
        expected.alerts(),
        expected.payload(),
        origin);
  }
}
