package io.firedrill.internal.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a test expects, each list in the file's order.
 *
 * @param alerts promtool's {@code alert_rule_test}
 * @param promql promtool's {@code promql_expr_test}
 * @param alertStates {@code alert_state_test}
 * @param notifications {@code notification_test}
 * @param failures {@code failure_test}
 * @param snapshot {@code expect: snapshot}
 * @param routes {@code route_test}
 */
public record Expectations(
    List<AlertExpectation> alerts,
    List<PromqlExpectation> promql,
    List<AlertStateExpectation> alertStates,
    List<NotificationExpectation> notifications,
    List<FailureExpectation> failures,
    Optional<SnapshotExpectation> snapshot,
    List<RouteExpectation> routes) {

  /** Nothing is expected. */
  public static final Expectations NONE =
      new Expectations(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

  public Expectations {
    alerts = List.copyOf(alerts);
    promql = List.copyOf(promql);
    alertStates = List.copyOf(alertStates);
    notifications = List.copyOf(notifications);
    failures = List.copyOf(failures);
    routes = List.copyOf(routes);
  }

  /** Without {@code route_test}. */
  public Expectations(
      List<AlertExpectation> alerts,
      List<PromqlExpectation> promql,
      List<AlertStateExpectation> alertStates,
      List<NotificationExpectation> notifications,
      List<FailureExpectation> failures,
      Optional<SnapshotExpectation> snapshot) {
    this(alerts, promql, alertStates, notifications, failures, snapshot, List.of());
  }

  Expectations with(SnapshotExpectation approved) {
    return new Expectations(
        alerts, promql, alertStates, notifications, failures, Optional.of(approved), routes);
  }

  /** Whether nothing is expected. */
  public boolean isEmpty() {
    return snapshot.isEmpty()
        && Stream.of(alerts, promql, alertStates, notifications, failures, routes)
            .allMatch(List::isEmpty);
  }

  /** The latest time that an expectation names, since the start; zero where none does. */
  Duration lastMentionedTime() {
    return Stream.of(
            alerts.stream().map(AlertExpectation::evalTime),
            promql.stream().map(PromqlExpectation::evalTime),
            alertStates.stream().map(AlertStateExpectation::to),
            notifications.stream().flatMap(NotificationExpectation::mentionedTimes),
            failures.stream().flatMap(FailureExpectation::mentionedTimes))
        .flatMap(times -> times)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
