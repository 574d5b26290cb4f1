package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.RangeSelector;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.VectorSelector;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;

/** A matcher of a selector is dropped or negated. */
final class SeriesMatcher extends ExprOperator {

  SeriesMatcher() {
    super("matcher");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    if (!(part instanceof Selector selector)) {
      return List.of();
    }
    List<Replacement> all = new ArrayList<>();
    for (int i = 0; i < selector.matchers().size(); i++) {
      LabelMatcher matcher = selector.matchers().get(i);
      if (matcher.name().equals(Labels.METRIC_NAME)) {
        continue;
      }
      LabelMatcher negated = Matchers.negated(matcher);
      List<LabelMatcher> others = new ArrayList<>(selector.matchers());
      others.set(i, negated);
      all.add(Replacement.of(part, with(selector, others), matcher + " becomes " + negated));
      others.remove(i);
      all.add(Replacement.of(part, with(selector, others), matcher + " is dropped"));
    }
    return all;
  }

  private static Selector with(Selector selector, List<LabelMatcher> matchers) {
    return selector instanceof RangeSelector range
        ? new RangeSelector(range.name(), matchers, range.range(), range.modifiers(), range.span())
        : new VectorSelector(selector.name(), matchers, selector.modifiers(), selector.span());
  }
}
