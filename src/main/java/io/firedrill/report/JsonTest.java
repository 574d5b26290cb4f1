package io.firedrill.report;

import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent.Acted;
import io.firedrill.model.TimelineEvent.AlertChanged;
import io.firedrill.model.TimelineEvent.Attempted;
import io.firedrill.source.Position;
import io.firedrill.verdict.Failure;
import io.firedrill.verdict.RunError;
import io.firedrill.verdict.ScenarioResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** One test's part of the JSON result. */
final class JsonTest {

  private JsonTest() {}

  static Map<String, Object> of(ScenarioResult result) {
    Timeline timeline = result.timeline();
    return JsonObjects.of(
        "name",
        result.scenario().name(),
        "line",
        result.scenario().position().line(),
        "verdict",
        result.error().isPresent() ? "error" : result.passed() ? "passed" : "failed",
        "start",
        timeline.start().toString(),
        "end",
        timeline.end().toString(),
        "failures",
        result.failures().stream().map(JsonTest::failure).toList(),
        "error",
        result.error().map(JsonTest::error).orElse(null),
        "alerts",
        timeline.alertChanges().stream().map(a -> alert(timeline, a)).toList(),
        "notifications",
        timeline.notifications().stream().map(n -> notification(timeline, n)).toList(),
        "failed_attempts",
        timeline.attempts().stream().map(a -> attempt(timeline, a)).toList(),
        "actions",
        timeline.actions().stream().map(a -> action(timeline, a)).toList());
  }

  private static Map<String, Object> failure(Failure failure) {
    Position position = failure.position();
    return JsonObjects.of(
        "kind", failure.kind().toString(),
        "file", position.file().toString(),
        "line", position.line(),
        "column", position.column(),
        "summary", failure.summary(),
        "text", failure.text(),
        "explanation", failure.explanation());
  }

  /** Without the server's log, which holds ports and the machine's order of things. */
  private static Map<String, Object> error(RunError error) {
    Position position = error.position();
    return JsonObjects.of(
        "file", position.file().toString(),
        "line", position.line(),
        "column", position.column(),
        "summary", error.summary());
  }

  private static Map<String, Object> alert(Timeline timeline, AlertChanged change) {
    return JsonObjects.of(
        "time", change.time().toString(),
        "offset_seconds", offset(timeline, change.time()),
        "labels", change.alert().asMap(),
        "from", change.from().toString(),
        "to", change.to().toString());
  }

  private static Map<String, Object> notification(Timeline timeline, Notification notification) {
    Instant time = cut(timeline, notification.time());
    return JsonObjects.of(
        "time", time.toString(),
        "offset_seconds", offset(timeline, time),
        "receiver", notification.receiver(),
        "integration", notification.integration(),
        "index", notification.index(),
        "status", notification.status(),
        "group_labels", notification.groupLabels().asMap(),
        "alerts", notification.alerts().stream().map(JsonTest::notifiedAlert).toList(),
        "message", notification.message().map(JsonTest::message).orElse(null),
        "body", notification.request().body());
  }

  private static Map<String, Object> attempt(Timeline timeline, Attempted attempt) {
    Notification notification = attempt.notification();
    Instant time = cut(timeline, notification.time());
    return JsonObjects.of(
        "time", time.toString(),
        "offset_seconds", offset(timeline, time),
        "receiver", notification.receiver(),
        "integration", notification.integration(),
        "index", notification.index(),
        "status", notification.status(),
        "group_labels", notification.groupLabels().asMap(),
        "failure", attempt.failure());
  }

  private static Map<String, Object> action(Timeline timeline, Acted action) {
    Instant time = cut(timeline, action.time());
    return JsonObjects.of(
        "time", time.toString(),
        "offset_seconds", offset(timeline, time),
        "kind", action.kind(),
        "text", action.text());
  }

  private static Map<String, Object> message(Message message) {
    return JsonObjects.of(
        "title", message.title(), "text", message.text(), "fields", message.fields());
  }

  private static Map<String, Object> notifiedAlert(NotifiedAlert alert) {
    return JsonObjects.of(
        "status", alert.status(),
        "labels", alert.labels().asMap(),
        "annotations", alert.annotations(),
        "starts_at", alert.startsAt().toString(),
        "ends_at", alert.endsAt() == null ? null : alert.endsAt().toString());
  }

  /** What lies below the second depends on the machine. */
  private static Instant cut(Timeline timeline, Instant time) {
    Duration offset = Duration.between(timeline.start(), time);
    return timeline.start().plus(offset.truncatedTo(ChronoUnit.SECONDS));
  }

  private static double offset(Timeline timeline, Instant time) {
    return Duration.between(timeline.start(), time).toMillis() / 1000.0;
  }
}
