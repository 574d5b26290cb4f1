package io.firedrill.internal.promql;

import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Optional;

/** Reads samples of series. */
public sealed interface Selector extends Expr permits VectorSelector, RangeSelector {

  /** The metric name before the braces, or the empty string. */
  String name();

  /** The matchers; the name before the braces is the last one. */
  List<LabelMatcher> matchers();

  /** The modifiers. */
  Modifiers modifiers();

  /** The selector with other modifiers. */
  Selector with(Modifiers modifiers, Span span);

  @Override
  default List<Expr> children() {
    return List.of();
  }

  /** The metric whose series it reads, if there is just one. */
  default Optional<String> metric() {
    return matchers().stream()
        .filter(m -> m.name().equals(Labels.METRIC_NAME) && m.operator() == Operator.EQUAL)
        .map(LabelMatcher::value)
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /** The selector as text, without its range and its modifiers: {@code up{job="a"}}. */
  default String seriesText() {
    return Printer.series(this);
  }
}
