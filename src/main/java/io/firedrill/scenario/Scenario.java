package io.firedrill.scenario;

import io.firedrill.model.Labels;
import io.firedrill.source.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One test of a scenario file. All durations are virtual and count from the start.
 *
 * @param name the name, or {@code unnamed#i} as promtool numbers them
 * @param position where the test begins
 * @param start the virtual time of the first evaluation
 * @param interval the time between two values of an input series
 * @param inputSeries what Prometheus is fed
 * @param targets what Prometheus scrapes
 * @param actions what is done in mid-run, in order of time
 * @param runFor how long to run, where the file says so
 * @param alertTests promtool's {@code alert_rule_test}
 * @param promqlTests promtool's {@code promql_expr_test}
 * @param alertStateTests {@code alert_state_test}
 * @param notificationTests {@code notification_test}
 * @param snapshot {@code expect: snapshot}
 * @param externalLabels Prometheus's external labels
 * @param externalUrl Prometheus's external URL, or the empty string
 */
public record Scenario(
    String name,
    Position position,
    Instant start,
    Duration interval,
    List<InputSeries> inputSeries,
    List<Target> targets,
    List<PlannedAction> actions,
    Optional<Duration> runFor,
    List<AlertExpectation> alertTests,
    List<PromqlExpectation> promqlTests,
    List<AlertStateExpectation> alertStateTests,
    List<NotificationExpectation> notificationTests,
    Optional<SnapshotExpectation> snapshot,
    Labels externalLabels,
    String externalUrl) {

  public Scenario {
    inputSeries = List.copyOf(inputSeries);
    targets = List.copyOf(targets);
    actions = List.copyOf(actions);
    alertTests = List.copyOf(alertTests);
    promqlTests = List.copyOf(promqlTests);
    alertStateTests = List.copyOf(alertStateTests);
    notificationTests = List.copyOf(notificationTests);
  }

  /** This test, with these series to feed, and these targets. */
  Scenario with(List<InputSeries> series, List<Target> scraped) {
    return new Scenario(
        name,
        position,
        start,
        interval,
        series,
        scraped,
        actions,
        runFor,
        alertTests,
        promqlTests,
        alertStateTests,
        notificationTests,
        snapshot,
        externalLabels,
        externalUrl);
  }

  /** This test, held to what has been approved. */
  Scenario withSnapshot(SnapshotExpectation expectation) {
    return new Scenario(
        name,
        position,
        start,
        interval,
        inputSeries,
        targets,
        actions,
        runFor,
        alertTests,
        promqlTests,
        alertStateTests,
        notificationTests,
        Optional.of(expectation),
        externalLabels,
        externalUrl);
  }

  /** This test, just as long, with nothing that is expected of it. */
  Scenario withoutExpectations() {
    return new Scenario(
        name,
        position,
        start,
        interval,
        inputSeries,
        targets,
        actions,
        Optional.of(runLength()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        externalLabels,
        externalUrl);
  }

  /** Whether something is expected of it, besides what {@code strict} refuses. */
  boolean expectsSomething() {
    return snapshot.isPresent()
        || Stream.of(alertTests, promqlTests, alertStateTests, notificationTests)
            .anyMatch(tests -> !tests.isEmpty());
  }

  /** The latest time that an expectation names; zero where none does. */
  public Duration lastMentionedTime() {
    return Stream.of(
            alertTests.stream().map(AlertExpectation::evalTime),
            promqlTests.stream().map(PromqlExpectation::evalTime),
            alertStateTests.stream().map(AlertStateExpectation::to),
            notificationTests.stream().flatMap(NotificationExpectation::mentionedTimes))
        .flatMap(times -> times)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** How long the test runs: {@code run_for}, or else up to the last time that it mentions. */
  public Duration runLength() {
    return runFor.orElseGet(
        () ->
            Stream.concat(Stream.of(lastMentionedTime()), actions.stream().map(PlannedAction::at))
                .max(Duration::compareTo)
                .orElseThrow());
  }
}
