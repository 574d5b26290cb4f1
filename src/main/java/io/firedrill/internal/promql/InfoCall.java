package io.firedrill.internal.promql;

import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code info(v, {label=~".+"})} reads a metric that it does not name: {@code target_info}. */
final class InfoCall {

  private static final String METRIC = "target_info";

  private InfoCall() {}

  static boolean is(Expr expr) {
    return expr instanceof FunctionCall call && call.function().name().equals("info");
  }

  /** The second argument: a selector that may select everything. */
  static Optional<Expr> labels(FunctionCall call) {
    return call.arguments().stream().skip(1).findFirst();
  }

  /** The selector of the metric that is read implicitly. */
  static Selector metadata(FunctionCall call) {
    Optional<VectorSelector> labels = labels(call).map(VectorSelector.class::cast);
    List<LabelMatcher> matchers = new ArrayList<>();
    labels.ifPresent(selector -> matchers.addAll(selector.matchers()));
    if (matchers.stream().anyMatch(m -> m.name().equals(Labels.METRIC_NAME))) {
      return labels.orElseThrow();
    }
    matchers.add(new LabelMatcher(Labels.METRIC_NAME, Operator.EQUAL, METRIC));
    return new VectorSelector(
        METRIC, matchers, Modifiers.NONE, labels.map(Expr::span).orElse(call.span()));
  }
}
