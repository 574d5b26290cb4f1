package io.firedrill.internal.relevance;

import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which series is nearest to what a selector selects. */
public final class Nearness {

  private Nearness() {}

  /** The metric whose name is similar, or begins or ends the same and has one more part. */
  public static Optional<String> metric(String missing, Collection<String> names) {
    return Suggestions.nearest(missing, names)
        .or(
            () ->
                names.stream()
                    .filter(name -> isPart(name, missing) || isPart(missing, name))
                    .min(
                        Comparator.<String>comparingInt(
                                name -> Math.abs(name.length() - missing.length()))
                            .thenComparing(Comparator.naturalOrder())));
  }

  private static boolean isPart(String part, String whole) {
    return part.length() > 3 && (whole.startsWith(part + "_") || whole.endsWith("_" + part));
  }

  /** The series that fails the fewest matchers; of those, the one with the most similar values. */
  public static Optional<Labels> nearest(Selector selector, List<Labels> series) {
    return series.stream()
        .min(
            Comparator.<Labels>comparingInt(s -> SelectedSeries.failing(selector, s).size())
                .thenComparingInt(s -> distance(selector, s))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code code is "5xx" and job is missing}. */
  public static String differences(List<LabelMatcher> failing, Labels series) {
    return failing.stream()
        .map(
            m -> m.name() + " is " + series.get(m.name()).map(v -> '"' + v + '"').orElse("missing"))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static int distance(Selector selector, Labels series) {
    return SelectedSeries.failing(selector, series).stream()
        .mapToInt(m -> Suggestions.distance(m.value(), series.get(m.name()).orElse("")))
        .sum();
  }
}
