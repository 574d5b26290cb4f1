package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the types of a target's metrics. */
final class MetricTypes {

  static final String KEY = "type";

  private static final List<String> WORDS =
      List.of("counter", "gauge", "histogram", "summary", "untyped");

  /** The series that metrics of a type have. */
  private static final Map<String, String> NAMES =
      Map.of("histogram", ".+_(bucket|sum|count)", "summary", ".+");

  private MetricTypes() {}

  static Optional<String> read(Fields fields, Labels labels, Problems problems) {
    Optional<YamlScalar> word =
        fields.has(KEY) ? fields.required(KEY).filter(w -> isKnown(w, problems)) : Optional.empty();
    word.filter(w -> !labels.metricName().matches(NAMES.getOrDefault(w.text(), ".*")))
        .ifPresent(
            w -> problems.error(w, "the series of a histogram end with _bucket, _sum or _count"));
    return word.map(YamlScalar::text);
  }

  private static boolean isKnown(YamlScalar word, Problems problems) {
    if (WORDS.contains(word.text())) {
      return true;
    }
    problems.error(
        word,
        "expected counter, gauge, histogram, summary or untyped, found \"" + word.text() + "\"",
        Suggestions.hint(word.text(), WORDS));
    return false;
  }
}
