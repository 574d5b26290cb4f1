package io.firedrill.internal.promql;

import io.firedrill.model.LabelMatcher;
import java.util.List;

/** The newest sample of each series: {@code up{job="a"} offset 5m}. */
public record VectorSelector(
    String name, List<LabelMatcher> matchers, Modifiers modifiers, Span span) implements Selector {

  public VectorSelector {
    matchers = List.copyOf(matchers);
  }

  @Override
  public ValueType type() {
    return ValueType.INSTANT_VECTOR;
  }

  @Override
  public VectorSelector with(Modifiers changed, Span widened) {
    return new VectorSelector(name, matchers, changed, widened);
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
