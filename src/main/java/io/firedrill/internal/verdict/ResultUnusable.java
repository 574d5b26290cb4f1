package io.firedrill.internal.verdict;

import io.firedrill.internal.prometheus.QueryResult;

/** An expression yields neither a vector nor a scalar. */
final class ResultUnusable {

  private ResultUnusable() {}

  static Difference of(Query query, QueryResult result, VirtualTime time) {
    String found = result instanceof QueryResult.Matrix ? "a range vector" : "a string";
    return new FailureText(
            ExprText.oneLine(query.expression())
                + ": expected an instant vector or a scalar, found "
                + found)
        .alike(query.expression() + "\n" + found, "at " + time.text(query.time()))
        .difference(FailureKind.QUERY_FAILED);
  }
}
