package io.firedrill.compat;

import java.time.Duration;
import java.util.Comparator;

/**
 * An assertion that failed, in terms that both programs use.
 *
 * @param test the test's name, or {@code unnamed#i}
 * @param kind what was asserted
 * @param subject the alert's name, the expression or the rule's name
 * @param time since the test's start
 */
record FailedAssertion(String test, Kind kind, String subject, Duration time)
    implements Comparable<FailedAssertion> {

  /** What was asserted. */
  enum Kind {
    /** An {@code alert_rule_test}. */
    ALERTS,
    /** A {@code promql_expr_test}. */
    SAMPLES,
    /** That a rule can be evaluated, which every test requires. */
    RULE,
    /** That the run completes. */
    RUN
  }

  private static final Comparator<FailedAssertion> ORDER =
      Comparator.comparing(FailedAssertion::test)
          .thenComparing(FailedAssertion::kind)
          .thenComparing(FailedAssertion::subject)
          .thenComparing(FailedAssertion::time);

  @Override
  public int compareTo(FailedAssertion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return test + ": " + kind + " " + subject.replace("\n", "\\n") + " at " + time;
  }
}
