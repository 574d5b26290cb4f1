package io.firedrill.internal.mutation;

import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.Labels;
import java.util.Map;
import java.util.TreeMap;

/** Results of queries about copies. */
final class QueryCopies {

  private QueryCopies() {}

  /** A result without the suffix of copies in its labels. */
  static QueryOutcome restored(QueryOutcome outcome, String suffix) {
    if (!(outcome instanceof QueryOutcome.Answer answer)
        || !(answer.result() instanceof QueryResult.Vector vector)) {
      return outcome;
    }
    return new QueryOutcome.Answer(
        new QueryResult.Vector(
            vector.elements().stream()
                .map(
                    e -> new QueryResult.Element(restored(e.labels(), suffix), e.time(), e.value()))
                .toList()));
  }

  private static Labels restored(Labels labels, String suffix) {
    Map<String, String> restored = new TreeMap<>();
    labels.asMap().forEach((name, value) -> restored.put(name, CopyName.without(value, suffix)));
    return Labels.copyOf(restored);
  }
}
