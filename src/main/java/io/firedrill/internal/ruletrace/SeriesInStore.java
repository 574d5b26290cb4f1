package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.prometheus.QueryResult.Point;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The samples of the whole run, whatever an expression reads of them. */
final class SeriesInStore {

  /** What Prometheus itself writes. */
  private static final Set<String> OWN = Set.of("ALERTS", "ALERTS_FOR_STATE");

  /** More samples take long to read. */
  private static final double SAMPLES = 50_000;

  private final TracedRun run;
  private List<String> metrics;

  SeriesInStore(TracedRun run) {
    this.run = run;
  }

  /** The names of all metrics that have samples. */
  List<String> metrics() {
    if (metrics == null) {
      metrics =
          elements("count by (__name__) (last_over_time({__name__=~\".+\"}%s))".formatted(range()))
              .stream()
              .map(e -> e.labels().metricName())
              .filter(name -> !OWN.contains(name))
              .sorted()
              .toList();
    }
    return metrics;
  }

  /** The series of a metric that have samples. */
  List<Labels> ofMetric(String metric) {
    return elements(
            "last_over_time(" + Labels.of(Labels.METRIC_NAME, metric).selector() + range() + ")")
        .stream()
        .map(Element::labels)
        .toList();
  }

  /** The samples before and after a time that a selector does not see. */
  record Neighbours(Optional<Sample> before, Optional<Sample> after) {}

  /** A sample. */
  record Sample(Labels series, Point point) {}

  /** The samples around an instant; empty if there are too many. */
  Optional<Neighbours> around(Selector selector, Instant time) {
    String series = selector.seriesText() + range();
    double count =
        elements("sum(count_over_time(" + series + "))").stream()
            .map(Element::value)
            .mapToDouble(v -> v instanceof QueryValue.Number number ? number.value() : 0)
            .sum();
    if (count > SAMPLES) {
      return Optional.empty();
    }
    Sample before = null;
    Sample after = null;
    for (QueryResult.Range one : ((QueryResult.Matrix) answer(series)).ranges()) {
      for (Point point : one.points()) {
        if (point.time().isAfter(time)) {
          if (after == null || point.time().isBefore(after.point().time())) {
            after = new Sample(one.labels(), point);
          }
        } else if (before == null || point.time().isAfter(before.point().time())) {
          before = new Sample(one.labels(), point);
        }
      }
    }
    return Optional.of(new Neighbours(Optional.ofNullable(before), Optional.ofNullable(after)));
  }

  private String range() {
    return "[" + (Duration.between(run.start(), run.end()).toMillis() + 1000) + "ms]";
  }

  private List<Element> elements(String query) {
    return answer(query) instanceof QueryResult.Vector vector ? vector.elements() : List.of();
  }

  private QueryResult answer(String query) {
    QueryOutcome outcome = run.queries().at(query, run.end());
    if (outcome instanceof QueryOutcome.Refusal refusal) {
      throw new UnknownValueException(refusal.message());
    }
    return ((QueryOutcome.Answer) outcome).result();
  }
}
