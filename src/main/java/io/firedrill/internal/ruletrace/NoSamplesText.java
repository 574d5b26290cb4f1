package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.VectorSelector;
import io.firedrill.internal.relevance.Nearness;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A selector that returned nothing, and what is nearest to it. */
final class NoSamplesText {

  /** More names are no help. */
  private static final int NAMES = 3;

  /** Rules may record in a circle. */
  private static final int DEEPEST = 5;

  private final TracedRun run;
  private final TracedRule rule;
  private final PartValues values;
  private final SeriesInStore store;
  private final int depth;

  /**
   * @param depth how many recorded metrics were followed to get here
   */
  NoSamplesText(TracedRun run, TracedRule rule, PartValues values, SeriesInStore store, int depth) {
    this.run = run;
    this.rule = rule;
    this.values = values;
    this.store = store;
    this.depth = depth;
  }

  List<String> lines(Finding.NoSamples finding, Instant time) {
    Selector selector = finding.selector();
    String subject = rule.placed(selector);
    List<Element> others = values.of(selector, time);
    if (!others.isEmpty()) {
      return List.of(
          "%s has no series with %s; the nearest is %s"
              .formatted(subject, finding.filter(), nearest(finding.filter(), others)));
    }
    List<String> recorded = recorded(finding, subject, time);
    if (!recorded.isEmpty()) {
      return recorded;
    }
    Optional<String> metric = selector.metric();
    if (metric.isEmpty()) {
      return List.of(subject + " has no samples");
    }
    List<Labels> series = store.ofMetric(metric.get());
    if (series.isEmpty()) {
      return List.of(subject + " has no samples in this run; " + metrics(metric.get()));
    }
    Labels nearest = Nearness.nearest(selector, series).orElseThrow();
    List<LabelMatcher> failing = SelectedSeries.failing(selector, nearest);
    return List.of(
        failing.isEmpty()
            ? subject + " has no samples " + when(selector, time) + "; " + around(selector, time)
            : "%s has no samples in this run; the nearest series is %s: %s"
                .formatted(subject, nearest, Nearness.differences(failing, nearest)));
  }

  private static Labels nearest(LabelFilter filter, List<Element> elements) {
    return elements.stream()
        .map(Element::labels)
        .min(
            Comparator.<Labels>comparingInt(l -> distance(filter, l))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static int distance(LabelFilter filter, Labels labels) {
    return filter.labels().entrySet().stream()
        .filter(e -> labels.get(e.getKey()).filter(v -> !e.getValue().matches(v)).isPresent())
        .mapToInt(
            e ->
                1000
                    + Suggestions.distance(
                        e.getValue().toString(), '"' + labels.get(e.getKey()).orElse("") + '"'))
        .sum();
  }

  private String metrics(String missing) {
    List<String> names = store.metrics();
    if (names.isEmpty()) {
      return "no metric has";
    }
    Optional<String> nearest = Nearness.metric(missing, names);
    if (nearest.isPresent()) {
      return "the nearest metric that has is " + nearest.get();
    }
    String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    int more = names.size() - NAMES;
    return "metrics that have: " + shown + (more > 0 ? " and " + more + " more" : "");
  }

  /** Offsets and the group's {@code query_offset} move what is read. */
  private String when(Selector selector, Instant time) {
    Instant read = rule.readTime(selector, time);
    if (read.equals(time)) {
      return "then";
    }
    if (read.equals(rule.readTime(selector, time.plusSeconds(1)))) {
      return "at " + run.time().text(read);
    }
    Duration earlier = Duration.between(read, time);
    return PrometheusDuration.format(earlier.abs())
        + (earlier.isNegative() ? " later" : " earlier")
        + (rule.lookBack().isZero()
            ? ""
            : " (query_offset " + PrometheusDuration.format(rule.lookBack()) + ")");
  }

  private String around(Selector selector, Instant time) {
    Instant read = rule.readTime(selector, time);
    Optional<SeriesInStore.Neighbours> around = store.around(selector, read);
    if (around.isEmpty()) {
      return "it has samples at other times";
    }
    List<String> texts = new ArrayList<>();
    around
        .get()
        .before()
        .ifPresent(s -> texts.add("the last before is " + text(s) + lost(selector, s, read)));
    around.get().after().ifPresent(s -> texts.add("the first after is " + text(s)));
    return texts.isEmpty() ? "it has none in this run" : String.join(", ", texts);
  }

  /** Why the last sample is not seen. */
  private String lost(Selector selector, SeriesInStore.Sample last, Instant read) {
    if (!(selector instanceof VectorSelector) || isInSubquery(selector)) {
      return "";
    }
    return Duration.between(last.point().time(), read).compareTo(run.lookback()) < 0
        ? ", after which the series is stale"
        : ", and the lookback is " + PrometheusDuration.format(run.lookback());
  }

  /** It is read at many times. */
  private boolean isInSubquery(Selector selector) {
    return rule.expr().all().stream()
        .filter(Subquery.class::isInstance)
        .flatMap(subquery -> subquery.all().stream())
        .anyMatch(part -> part == selector);
  }

  private String text(SeriesInStore.Sample sample) {
    return ElementText.value(sample.point().value())
        + " at "
        + run.time().text(sample.point().time());
  }

  /** What the rule that records the metric says. */
  private List<String> recorded(Finding.NoSamples finding, String subject, Instant time) {
    Optional<Recorded> recorded = Recorded.by(run, rule, finding, time);
    if (recorded.isEmpty() || depth == DEEPEST) {
      return List.of();
    }
    List<String> why = recorded.get().why(run, store, depth + 1);
    if (why.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s has no samples%s: its rule at %s returned nothing; %s"
            .formatted(
                subject,
                finding.filter().labels().isEmpty() ? "" : " with " + finding.filter(),
                recorded.get().rule().rule().position(),
                why.get(0)));
    lines.addAll(why.subList(1, why.size()));
    return lines;
  }
}
