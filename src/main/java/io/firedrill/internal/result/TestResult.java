package io.firedrill.internal.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.model.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of a test. All times are virtual, except those of the extras.
 *
 * @param name the test's name
 * @param line its line in the file
 * @param verdict its verdict
 * @param start when the run started
 * @param end when it ended
 * @param failures the expectations that were not met, in the order of the file
 * @param error why there is no verdict
 * @param alerts the alerts' changes of state, in chronological order
 * @param notifications the messages that receivers got, in chronological order
 * @param failedAttempts the requests that receivers did not accept
 * @param failedNotifications the notifications that Alertmanager gave up; empty in records of
 *     earlier versions
 * @param serverWarnings the servers' warnings about configurations; empty in records of earlier
 *     versions
 * @param actions the actions during the run
 * @param warnings the warnings of the run; empty in records of earlier versions
 * @param extras the data that the stable result does not contain; empty if it was read from there
 */
public record TestResult(
    String name,
    int line,
    TestVerdict verdict,
    Instant start,
    Instant end,
    List<FailureResult> failures,
    Optional<ErrorResult> error,
    List<AlertChange> alerts,
    List<NotificationResult> notifications,
    List<AttemptResult> failedAttempts,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<FailedNotificationResult> failedNotifications,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<ServerWarningResult> serverWarnings,
    List<ActionResult> actions,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<WarningResult> warnings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Extras> extras) {

  public TestResult {
    failures = List.copyOf(failures);
    alerts = List.copyOf(alerts);
    notifications = List.copyOf(notifications);
    failedAttempts = List.copyOf(failedAttempts);
    failedNotifications = List.copyOf(failedNotifications);
    serverWarnings = List.copyOf(serverWarnings);
    actions = List.copyOf(actions);
    warnings = List.copyOf(warnings);
  }

  /** A result as data, without extras. */
  public static TestResult of(ScenarioResult result) {
    Offsets offsets = new Offsets(result.timeline().start());
    TestResult ran =
        of(
            result.scenario().name(),
            result.scenario().position().line(),
            verdict(result),
            result.timeline());
    return ran.failedWith(
        result.failures().stream().map(failure -> FailureResult.of(failure, offsets)).toList(),
        result.error().map(ErrorResult::of),
        WarningResult.of(result.warnings()));
  }

  /**
   * A test with only a timeline, such as a drill in Java.
   *
   * @param line its line, or 0
   */
  public static TestResult of(String name, int line, TestVerdict verdict, Timeline timeline) {
    Offsets offsets = new Offsets(timeline.start());
    return new TestResult(
        name,
        line,
        verdict,
        timeline.start(),
        timeline.end(),
        List.of(),
        Optional.empty(),
        timeline.alertChanges().stream().map(a -> AlertChange.of(a, offsets)).toList(),
        timeline.notifications().stream().map(n -> NotificationResult.of(n, offsets)).toList(),
        timeline.attempts().stream().map(a -> AttemptResult.of(a, offsets)).toList(),
        timeline.failedNotifications().stream()
            .map(f -> FailedNotificationResult.of(f, offsets))
            .toList(),
        timeline.serverWarnings().stream().map(w -> ServerWarningResult.of(w, offsets)).toList(),
        timeline.actions().stream().map(a -> ActionResult.of(a, offsets)).toList(),
        List.of(),
        Optional.empty());
  }

  /**
   * A test that was not run because its file is invalid.
   *
   * @param line its line
   * @param problems the errors, at least one
   */
  public static TestResult unusable(String name, int line, List<Problem> problems) {
    Problem first = problems.get(0);
    String more = problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "";
    Position at = first.position();
    Timeline nothing = new RunTimeline(Instant.EPOCH, Instant.EPOCH, List.of());
    return of(name, line, TestVerdict.ERROR, nothing)
        .failedWith(
            List.of(),
            Optional.of(
                new ErrorResult(
                    at.file().toString(), at.line(), at.column(), first.message() + more)),
            List.of())
        .with(new Extras(0, new InputException(problems).getMessage()));
  }

  private TestResult failedWith(
      List<FailureResult> unmet, Optional<ErrorResult> why, List<WarningResult> suspicious) {
    return new TestResult(
        name,
        line,
        verdict,
        start,
        end,
        unmet,
        why,
        alerts,
        notifications,
        failedAttempts,
        failedNotifications,
        serverWarnings,
        actions,
        suspicious,
        extras);
  }

  /** An observed timeline without expectations, which passes. */
  public static TestResult observed(String name, Timeline timeline, List<Problem> warnings) {
    return of(name, 1, TestVerdict.PASSED, timeline).warned(warnings);
  }

  public TestResult warned(List<Problem> suspicious) {
    return failedWith(failures, error, WarningResult.of(suspicious));
  }

  private static TestVerdict verdict(ScenarioResult result) {
    if (result.error().isPresent()) {
      return TestVerdict.ERROR;
    }
    return result.passed() ? TestVerdict.PASSED : TestVerdict.FAILED;
  }

  public TestResult with(Extras others) {
    return with(Optional.of(others));
  }

  TestResult withoutExtras() {
    return with(Optional.empty());
  }

  private TestResult with(Optional<Extras> others) {
    return new TestResult(
        name,
        line,
        verdict,
        start,
        end,
        failures,
        error,
        alerts,
        notifications,
        failedAttempts,
        failedNotifications,
        serverWarnings,
        actions,
        warnings,
        others);
  }
}
