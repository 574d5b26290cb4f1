package io.firedrill.internal.verdict;

import java.util.Locale;

/** The kind of a failure. */
public enum FailureKind {
  /** Other alerts fire than an {@code alert_rule_test} expects. */
  ALERTS_DIFFER,
  /** A {@code promql_expr_test} yields other samples. */
  SAMPLES_DIFFER,
  /** The expression of a {@code promql_expr_test} yields no samples at all, or is refused. */
  QUERY_FAILED,
  /** A rule could not be evaluated. */
  RULE_FAILED,
  /** An {@code alert_state_test} found another state. */
  STATE_DIFFERS,
  /** An {@code alert_state_test} names an alert that no rule has. */
  UNKNOWN_ALERT,
  /** There was no evaluation in the window of an {@code alert_state_test}. */
  NO_EVALUATION,
  /** A receiver got other notifications than a {@code notification_test} expects. */
  NOTIFICATIONS_DIFFER,
  /** A {@code notification_test} names a receiver that Alertmanager does not have. */
  UNKNOWN_RECEIVER,
  /** Alertmanager routes an alert elsewhere than a {@code route_test} expects. */
  ROUTE_DIFFERS,
  /** The timeline differs from the test's snapshot. */
  SNAPSHOT_DIFFERS,
  /** A test that expects its snapshot has none. */
  SNAPSHOT_MISSING,
  /** Strict: no {@code notification_test} covers this notification. */
  NOTIFICATION_UNCLAIMED,
  /** Strict: no expectation mentions an alert that fired. */
  ALERT_UNMENTIONED,
  /** Strict: Alertmanager gave up a notification, and no {@code failure_test} expects that. */
  NOTIFICATION_FAILED,
  /** Strict: Alertmanager warned about its configuration, and nothing expects that. */
  SERVER_WARNED,
  /** A {@code failure_test} found no such failure. */
  FAILURE_MISSING,
  /** Strict: no rule and no query reads an input series. */
  SERIES_UNREAD,
  /** Strict: an expectation holds only because a rule's selectors have no samples. */
  WITHOUT_SAMPLES;

  /** The stable word for reports: {@code alerts_differ}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
