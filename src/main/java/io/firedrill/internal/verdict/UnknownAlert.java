package io.firedrill.internal.verdict;

/** An expectation about an alert that no rule has would hold for ever where it wants nothing. */
final class UnknownAlert {

  private UnknownAlert() {}

  static Difference of(String alertname, Observed observed) {
    String hint = UnknownName.hint("alerting rule", alertname, observed.alertNames());
    return new FailureText(hint).difference(FailureKind.UNKNOWN_ALERT);
  }
}
