package io.firedrill.internal.verdict;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.internal.source.Position;
import java.util.List;
import java.util.Optional;

/** Compares the result of an expression with the expected samples. */
final class PromqlCheck {

  private PromqlCheck() {}

  static Optional<Failure> check(
      PromqlExpectation expectation, SampleComparison comparison, Observed observed) {
    QueryOutcome outcome = observed.queries().get(expectation);
    if (outcome == null) {
      throw new IllegalArgumentException("no answer to " + ExprText.oneLine(expectation.expr()));
    }
    Position position = expectation.position();
    Query query = Query.of(expectation);
    if (outcome instanceof QueryOutcome.Refusal refusal) {
      QueryRefused refused = QueryRefused.of(query, refusal.message());
      return Optional.of(
          refused.difference(observed).at(refused.position(expectation.exprPosition())));
    }
    Optional<List<Element>> elements = outcome.elements();
    return elements.isEmpty()
        ? Optional.of(unusable(query, outcome, observed).at(expectation.exprPosition()))
        : SamplesDiffer.check(
                query, elements.get(), expectation.expected(), comparison, Extra.REFUSED, observed)
            .map(d -> d.at(position));
  }

  /** Why there are no samples to compare, if so. */
  static Optional<Difference> noSamples(Query query, QueryOutcome outcome, Observed observed) {
    if (outcome instanceof QueryOutcome.Refusal refusal) {
      return Optional.of(QueryRefused.of(query, refusal.message()).difference(observed));
    }
    return outcome.elements().isPresent()
        ? Optional.empty()
        : Optional.of(unusable(query, outcome, observed));
  }

  private static Difference unusable(Query query, QueryOutcome outcome, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    return ResultUnusable.of(query, ((QueryOutcome.Answer) outcome).result(), time);
  }
}
