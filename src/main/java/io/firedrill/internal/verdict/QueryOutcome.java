package io.firedrill.internal.verdict;

import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Optional;

/** The outcome of an expression. */
public sealed interface QueryOutcome {

  /** The expression was evaluated. */
  record Answer(QueryResult result) implements QueryOutcome {}

  /**
   * The expression was refused, or failed.
   *
   * @param message Prometheus's own words
   */
  record Refusal(String message) implements QueryOutcome {}

  /** An instant vector's elements; a scalar is one without labels. Nothing else has any. */
  default Optional<List<Element>> elements() {
    if (!(this instanceof Answer answer)) {
      return Optional.empty();
    }
    if (answer.result() instanceof QueryResult.Vector vector) {
      return Optional.of(vector.elements());
    }
    if (answer.result() instanceof QueryResult.Scalar scalar) {
      QueryValue value = new QueryValue.Number(scalar.value());
      return Optional.of(List.of(new Element(Labels.empty(), scalar.time(), value)));
    }
    return Optional.empty();
  }
}
