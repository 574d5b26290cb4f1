package io.firedrill.internal.run;

import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.model.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether selectors have samples at any time of a run. Prometheus is asked only about those that no
 * fed series satisfies.
 */
public final class TestedSamples implements Predicate<Selector> {

  private final Run run;
  private final List<Labels> fed;
  private final Map<String, Boolean> known = new HashMap<>();

  /**
   * The samples of a run that is over.
   *
   * @param fed the series that were fed, each with a sample
   */
  public TestedSamples(Run run, List<Labels> fed) {
    this.run = run;
    this.fed = List.copyOf(fed);
  }

  /** The series that were fed. */
  public List<Labels> fed() {
    return fed;
  }

  @Override
  public boolean test(Selector selector) {
    return fed.stream().anyMatch(series -> SelectedSeries.selects(selector, series))
        || known.computeIfAbsent(selector.seriesText(), this::ask);
  }

  /** Of a server that cannot be asked, anything is possible. */
  private boolean ask(String selector) {
    return !run.servers().isAnswering()
        || !run.samples().present(List.of(selector), run.spec().start(), run.now()).isEmpty();
  }
}
