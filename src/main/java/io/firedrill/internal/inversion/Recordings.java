package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;

/** What recording rules record. */
public final class Recordings {

  /**
   * A recording rule.
   *
   * @param name the metric that it records
   * @param labels the labels that it adds
   * @param expr its expression
   */
  public record Recording(String name, Labels labels, Expr expr) {}

  private final List<Recording> all;

  public Recordings(List<Recording> all) {
    this.all = List.copyOf(all);
  }

  /** The rules whose series a selector may select. */
  List<Recording> of(Selector selector) {
    List<Recording> found = new ArrayList<>();
    for (Recording recording : all) {
      if (mayBeSelected(selector, recording)) {
        found.add(recording);
      }
    }
    return found;
  }

  private static boolean mayBeSelected(Selector selector, Recording recording) {
    for (LabelMatcher matcher : selector.matchers()) {
      boolean name = matcher.name().equals(Labels.METRIC_NAME);
      boolean own = recording.labels().get(matcher.name()).isPresent();
      if (name || own) {
        Labels known = recording.labels().with(Labels.METRIC_NAME, recording.name());
        if (!SelectedSeries.matches(matcher, known)) {
          return false;
        }
      }
    }
    return selector.matchers().stream().anyMatch(m -> m.name().equals(Labels.METRIC_NAME));
  }
}
