package io.firedrill.verdict;

import io.firedrill.model.Labels;
import io.firedrill.prometheus.QueryResult;
import io.firedrill.prometheus.QueryValue;
import io.firedrill.scenario.PromqlExpectation;
import java.util.List;
import java.util.Optional;

/** Checks {@code promql_expr_test}. */
final class PromqlCheck {

  private PromqlCheck() {}

  static Optional<Failure> check(
      PromqlExpectation expectation, SampleComparison comparison, Observed observed) {
    QueryOutcome outcome = observed.queries().get(expectation);
    if (outcome == null) {
      throw new IllegalArgumentException("no answer to " + ExprText.oneLine(expectation.expr()));
    }
    if (outcome instanceof QueryOutcome.Refusal refusal) {
      return Optional.of(QueryRefused.of(expectation, refusal.message(), observed));
    }
    QueryResult result = ((QueryOutcome.Answer) outcome).result();
    if (result instanceof QueryResult.Vector vector) {
      return SamplesDiffer.check(expectation, vector.elements(), comparison, observed);
    }
    if (result instanceof QueryResult.Scalar scalar) {
      QueryValue value = new QueryValue.Number(scalar.value());
      QueryResult.Element element = new QueryResult.Element(Labels.empty(), scalar.time(), value);
      return SamplesDiffer.check(expectation, List.of(element), comparison, observed);
    }
    return Optional.of(ResultUnusable.of(expectation, result));
  }
}
