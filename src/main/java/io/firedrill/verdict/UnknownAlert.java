package io.firedrill.verdict;

import io.firedrill.scenario.AlertStateExpectation;

/** An {@code alert_state_test} about an alert that no rule has would pass for ever as inactive. */
final class UnknownAlert {

  private UnknownAlert() {}

  static Failure of(AlertStateExpectation expectation, Observed observed) {
    String hint = UnknownName.hint("alerting rule", expectation.alertname(), observed.alertNames());
    return new FailureText(expectation.position(), hint).failure(FailureKind.UNKNOWN_ALERT);
  }
}
