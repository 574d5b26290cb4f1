package io.firedrill.internal.ruletrace;

import io.firedrill.internal.verdict.QueryOutcome;
import java.time.Duration;
import java.time.Instant;

/** Queries of the run's Prometheus. */
public interface ExpressionQueries {

  /** Evaluates an expression at an instant. */
  QueryOutcome at(String expr, Instant time);

  /** Evaluates an expression at several instants, at most 11,000, the last included. */
  QueryOutcome range(String expr, Instant from, Instant to, Duration step);
}
