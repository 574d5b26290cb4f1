package io.firedrill.internal.comparison;

import io.firedrill.internal.result.AlertChange;
import io.firedrill.internal.result.AttemptResult;
import io.firedrill.internal.result.FailedNotificationResult;
import io.firedrill.internal.result.FailureResult;
import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.result.NotifiedAlertResult;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.FailureKind;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run, built by hand. */
final class Run {

  private static final Instant START = Instant.EPOCH;

  private final List<AlertChange> alerts = new ArrayList<>();
  private final List<NotificationResult> notifications = new ArrayList<>();
  private final List<AttemptResult> attempts = new ArrayList<>();
  private final List<FailedNotificationResult> failed = new ArrayList<>();
  private final List<FailureResult> failures = new ArrayList<>();

  static Run of() {
    return new Run();
  }

  /** The lines of a comparison. */
  static String text(Run base, Run head) {
    return String.join("\n", ComparisonText.lines(TestComparison.of(base.result(), head.result())));
  }

  /** An alert {@code Full} with these labels; times of states that it does not reach are absent. */
  Run alert(String pending, String firing, String end, String... labels) {
    Labels alert = Labels.of("alertname", "Full").merge(Labels.of(labels));
    AlertState state = AlertState.INACTIVE;
    state = change(alert, pending, state, AlertState.PENDING);
    state = change(alert, firing, state, AlertState.FIRING);
    change(alert, end, state, AlertState.INACTIVE);
    return this;
  }

  private AlertState change(Labels alert, String time, AlertState from, AlertState to) {
    if (time.isEmpty()) {
      return from;
    }
    alerts.add(new AlertChange(at(time), seconds(time), alert.asMap(), from, to));
    return to;
  }

  Run webhook(String time, String receiver, String status, String annotation, String... labels) {
    return told(time, receiver, "webhook", status, annotation, Optional.empty(), labels);
  }

  Run slack(String time, String receiver, String status, Message message, String... labels) {
    return told(time, receiver, "slack", status, "", Optional.of(message), labels);
  }

  Run pager(String time, String receiver, String status, Message message, String... labels) {
    return told(time, receiver, "pagerduty", status, "", Optional.of(message), labels);
  }

  private Run told(
      String time,
      String receiver,
      String integration,
      String status,
      String annotation,
      Optional<Message> message,
      String... labels) {
    Labels alert = Labels.of("alertname", "Full").merge(Labels.of(labels));
    notifications.add(
        new NotificationResult(
            at(time),
            seconds(time),
            receiver,
            integration,
            0,
            status,
            Map.of("alertname", "Full"),
            List.of(
                new NotifiedAlertResult(
                    status,
                    alert.asMap(),
                    Map.of("summary", annotation),
                    at(time).minusSeconds(30),
                    Optional.empty())),
            message,
            "{\"sent\": \"" + time + "\"}"));
    return this;
  }

  /** A failed attempt to notify a receiver about a group. */
  Run refused(String time, String receiver) {
    attempts.add(
        new AttemptResult(
            at(time),
            seconds(time),
            receiver,
            "webhook",
            0,
            "firing",
            Map.of("alertname", "Full"),
            "HTTP 503"));
    return this;
  }

  /** Alertmanager could not notify. */
  Run failed(String receiver, String reason) {
    failed.add(new FailedNotificationResult(START, 0, receiver, "webhook", 0, Map.of(), reason));
    return this;
  }

  Run failedRule(String summary) {
    failures.add(
        new FailureResult(
            FailureKind.RULE_FAILED,
            "rules.yml",
            3,
            5,
            summary,
            summary,
            List.of(),
            List.of(),
            List.of()));
    return this;
  }

  static Message says(String title, String text, String... fields) {
    return Message.of(title, text, Labels.of(fields).asMap());
  }

  TestResult result() {
    return new TestResult(
        "a drill",
        4,
        TestVerdict.PASSED,
        START,
        START.plus(Duration.ofHours(24)),
        failures,
        Optional.empty(),
        alerts,
        notifications,
        attempts,
        failed,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Instant at(String offset) {
    return START.plus(PrometheusDuration.parse(offset).orElseThrow());
  }

  private static double seconds(String offset) {
    return PrometheusDuration.parse(offset).orElseThrow().toMillis() / 1000.0;
  }
}
