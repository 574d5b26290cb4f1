package io.firedrill.verdict;

import io.firedrill.prometheus.QueryResult;
import io.firedrill.scenario.PromqlExpectation;

/** The expression of a {@code promql_expr_test} yields neither a vector nor a scalar. */
final class ResultUnusable {

  private ResultUnusable() {}

  static Failure of(PromqlExpectation expectation, QueryResult result) {
    String found = result instanceof QueryResult.Matrix ? "a range vector" : "a string";
    return new FailureText(
            expectation.exprPosition(),
            ExprText.oneLine(expectation.expr())
                + ": expected an instant vector or a scalar, found "
                + found)
        .failure(FailureKind.QUERY_FAILED);
  }
}
