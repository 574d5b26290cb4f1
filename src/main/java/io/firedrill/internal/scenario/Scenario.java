package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Position;
import io.firedrill.model.Labels;
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
 * @param times when it runs
 * @param input the series, targets and actions
 * @param expectations what it expects
 * @param externalLabels Prometheus's external labels
 * @param externalUrl Prometheus's external URL, or the empty string
 */
public record Scenario(
    String name,
    Position position,
    ScenarioTimes times,
    ScenarioInput input,
    Expectations expectations,
    Labels externalLabels,
    String externalUrl) {

  /** This test, with these series to feed, and these targets. */
  Scenario with(List<InputSeries> series, List<Target> scraped) {
    return with(times, new ScenarioInput(series, scraped, actions(), input.meant()), expectations);
  }

  /** This test with the approved snapshot. */
  Scenario withSnapshot(SnapshotExpectation approved) {
    return with(times, input, expectations.with(approved));
  }

  private Scenario with(ScenarioTimes when, ScenarioInput what, Expectations expected) {
    return new Scenario(name, position, when, what, expected, externalLabels, externalUrl);
  }

  /** The virtual time of the first evaluation. */
  public Instant start() {
    return times.start();
  }

  /** The time between two values of an input series. */
  public Duration interval() {
    return times.interval();
  }

  /** How long to run, if the file sets it. */
  public Optional<Duration> runFor() {
    return times.runFor();
  }

  /** The series that Prometheus is fed. */
  public List<InputSeries> inputSeries() {
    return input.series();
  }

  /** The targets that Prometheus scrapes. */
  public List<Target> targets() {
    return input.targets();
  }

  /** The actions during the run, in chronological order. */
  public List<PlannedAction> actions() {
    return input.actions();
  }

  /** What may be without use. */
  public Meant meant() {
    return input.meant();
  }

  /** The tests of {@code alert_rule_test}. */
  public List<AlertExpectation> alertTests() {
    return expectations.alerts();
  }

  /** The tests of {@code promql_expr_test}. */
  public List<PromqlExpectation> promqlTests() {
    return expectations.promql();
  }

  /** The tests of {@code alert_state_test}. */
  public List<AlertStateExpectation> alertStateTests() {
    return expectations.alertStates();
  }

  /** The tests of {@code notification_test}. */
  public List<NotificationExpectation> notificationTests() {
    return expectations.notifications();
  }

  /** The tests of {@code failure_test}. */
  public List<FailureExpectation> failureTests() {
    return expectations.failures();
  }

  /** The rows of {@code route_test}. */
  public List<RouteExpectation> routeTests() {
    return expectations.routes();
  }

  /** The snapshot of {@code expect: snapshot}. */
  public Optional<SnapshotExpectation> snapshot() {
    return expectations.snapshot();
  }

  /** The latest time that an expectation names; zero if none does. */
  public Duration lastMentionedTime() {
    return expectations.lastMentionedTime();
  }

  /** How long the test runs: {@code run_for}, or else up to the last time that it mentions. */
  public Duration runLength() {
    return runFor()
        .orElseGet(
            () ->
                Stream.concat(
                        Stream.of(lastMentionedTime()), actions().stream().map(PlannedAction::at))
                    .max(Duration::compareTo)
                    .orElseThrow());
  }
}
