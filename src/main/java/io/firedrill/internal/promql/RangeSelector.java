package io.firedrill.internal.promql;

import io.firedrill.model.LabelMatcher;
import java.util.List;

/**
 * The samples of each series in a range: {@code up{job="a"}[5m] offset 5m}.
 *
 * @param range the length of the range
 */
public record RangeSelector(
    String name, List<LabelMatcher> matchers, DurationExpr range, Modifiers modifiers, Span span)
    implements Selector {

  public RangeSelector {
    matchers = List.copyOf(matchers);
  }

  @Override
  public ValueType type() {
    return ValueType.RANGE_VECTOR;
  }

  @Override
  public RangeSelector with(Modifiers changed, Span widened) {
    return new RangeSelector(name, matchers, range, changed, widened);
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
