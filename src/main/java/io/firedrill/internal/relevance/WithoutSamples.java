package io.firedrill.internal.relevance;

import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.relevance.MissingInput.Missing;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Selectors without samples, as text. */
public final class WithoutSamples {

  /** More of them are no help. */
  private static final int SHOWN = 2;

  private WithoutSamples() {}

  /**
   * {@code pool_degrees (rules.yml:4:29) has no samples; the nearest metric that has is
   * pool_degress}.
   *
   * @param missing the selectors, at least one
   * @param fed the series that have samples
   */
  public static String text(List<Missing> missing, List<Labels> fed) {
    String first =
        missing.stream().limit(SHOWN).map(m -> text(m, fed)).collect(Collectors.joining("; "));
    int more = missing.size() - SHOWN;
    return more > 0 ? first + "; and so have " + more + " more" : first;
  }

  private static String text(Missing missing, List<Labels> fed) {
    String subject =
        missing.selector().seriesText() + " (" + missing.position() + ") has no samples";
    Optional<String> metric = missing.selector().metric();
    if (metric.isEmpty()) {
      return subject;
    }
    List<Labels> series = fed.stream().filter(s -> s.metricName().equals(metric.get())).toList();
    Optional<Labels> nearest = Nearness.nearest(missing.selector(), series);
    if (nearest.isPresent()) {
      List<LabelMatcher> failing = SelectedSeries.failing(missing.selector(), nearest.get());
      return "%s; the nearest series is %s: %s"
          .formatted(subject, nearest.get(), Nearness.differences(failing, nearest.get()));
    }
    return subject
        + Nearness.metric(
                metric.get(), fed.stream().map(Labels::metricName).distinct().sorted().toList())
            .map(name -> "; the nearest metric that has is " + name)
            .orElse("");
  }
}
