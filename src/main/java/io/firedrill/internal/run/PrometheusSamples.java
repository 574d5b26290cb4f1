package io.firedrill.internal.run;

import io.firedrill.internal.coverage.Samples;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The samples of a run, up to now. */
final class PrometheusSamples implements Samples {

  private static final String INDEX = "firedrill_index";

  /** More would exceed the limits of some servers' parsers. */
  private static final int AT_ONCE = 40;

  private final Run run;

  PrometheusSamples(Run run) {
    this.run = run;
  }

  /**
   * Sends one query for many selectors; its result has an element for each selector with samples.
   */
  @Override
  public Set<String> present(Collection<String> selectors, Instant from, Instant to) {
    List<String> all = selectors.stream().sorted().toList();
    Instant end = earlier(to);
    Set<String> present = new HashSet<>();
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      List<String> some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
      String query =
          IntStream.range(0, some.size())
              .mapToObj(
                  n ->
                      "label_replace(count(count_over_time(%s[%s])), \"%s\", \"%d\", \"\", \"\")"
                          .formatted(some.get(n), range(from, end), INDEX, n))
              .collect(Collectors.joining(" or "));
      for (Element element : elements(query, end)) {
        present.add(some.get(Integer.parseInt(element.labels().get(INDEX).orElseThrow())));
      }
    }
    return present;
  }

  /** A scalar expression always has a result. */
  @Override
  public boolean yields(String expression, Instant from, Instant to, Duration step) {
    Instant end = earlier(to);
    String steps =
        "count_over_time((%s\n)[%s:%dms])".formatted(expression, range(from, end), step.toMillis());
    return !evaluated(steps, end).isEmpty() || !evaluated(expression, end).isEmpty();
  }

  @Override
  public List<Labels> at(String expression, Instant time) {
    return evaluated(expression, time).stream().map(Element::labels).toList();
  }

  /**
   * The result of a rule's expression; empty if it fails for these samples (such as a join with two
   * matches), because then the rule failed too.
   */
  private List<Element> evaluated(String query, Instant time) {
    try {
      return elements(query, time);
    } catch (PrometheusException e) {
      if (e.errorType().equals("execution")) {
        return List.of();
      }
      throw e;
    }
  }

  /** The result of one of Firedrill's own queries, which Prometheus accepts. */
  private List<Element> elements(String query, Instant time) {
    return run.servers().isAnswering()
        ? new QueryOutcome.Answer(run.servers().prometheus().query(query, time))
            .elements()
            .orElse(List.of())
        : List.of();
  }

  /** Since Prometheus 3, a range excludes its first instant. */
  private static String range(Instant from, Instant to) {
    return Math.max(1, Duration.between(from, to).toMillis() + 1) + "ms";
  }

  private Instant earlier(Instant to) {
    return to.isBefore(run.now()) ? to : run.now();
  }
}
