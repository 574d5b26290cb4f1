package io.firedrill.verdict;

import io.firedrill.prometheus.QueryResult;

/** What came back for an expression. */
public sealed interface QueryOutcome {

  /** The expression was evaluated. */
  record Answer(QueryResult result) implements QueryOutcome {}

  /**
   * The expression was refused, or failed.
   *
   * @param message Prometheus's own words
   */
  record Refusal(String message) implements QueryOutcome {}
}
