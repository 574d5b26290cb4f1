package io.firedrill.internal.generation;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.RangeSelector;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.UnaryOperation;
import io.firedrill.internal.promql.VectorSelector;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Copies of expressions that read other metrics: all names get a prefix. So the inputs of many
 * rules can be fed to one Prometheus without touching each other.
 */
final class RenamedMetrics {

  /** Prometheus writes these itself. */
  private static final Set<String> OWN = Set.of("ALERTS", "ALERTS_FOR_STATE");

  private final String prefix;

  RenamedMetrics(String prefix) {
    this.prefix = prefix;
  }

  String name(String metric) {
    return OWN.contains(metric) ? metric : prefix + metric;
  }

  Labels series(Labels labels) {
    return labels.with(Labels.METRIC_NAME, name(labels.metricName()));
  }

  Expr expr(Expr expr) {
    if (expr instanceof VectorSelector s) {
      return new VectorSelector(selectorName(s), matchers(s), s.modifiers(), s.span());
    }
    if (expr instanceof RangeSelector s) {
      return new RangeSelector(selectorName(s), matchers(s), s.range(), s.modifiers(), s.span());
    }
    if (expr instanceof Parentheses p) {
      return new Parentheses(expr(p.inner()), p.span());
    }
    if (expr instanceof UnaryOperation o) {
      return new UnaryOperation(o.sign(), expr(o.operand()), o.span());
    }
    if (expr instanceof Subquery q) {
      return new Subquery(expr(q.inner()), q.range(), q.step(), q.modifiers(), q.span());
    }
    if (expr instanceof FunctionCall c) {
      return new FunctionCall(
          c.function(), c.arguments().stream().map(this::expr).toList(), c.span());
    }
    if (expr instanceof Aggregation a) {
      return new Aggregation(
          a.aggregator(),
          a.grouping(),
          a.labels(),
          a.parameter().map(this::expr),
          expr(a.operand()),
          a.span());
    }
    if (expr instanceof BinaryOperation o) {
      return new BinaryOperation(
          expr(o.left()), o.operator(), o.outcome(), o.matching(), expr(o.right()), o.span());
    }
    return expr;
  }

  private String selectorName(Selector selector) {
    return selector.name().isEmpty() ? "" : name(selector.name());
  }

  private List<LabelMatcher> matchers(Selector selector) {
    List<LabelMatcher> renamed = new ArrayList<>();
    boolean own = selector.metric().filter(OWN::contains).isPresent();
    for (LabelMatcher matcher : selector.matchers()) {
      boolean name = matcher.name().equals(Labels.METRIC_NAME) && !own;
      boolean alert = matcher.name().equals(Labels.ALERT_NAME) && own;
      renamed.add(name || alert ? renamed(matcher) : matcher);
    }
    return renamed;
  }

  private LabelMatcher renamed(LabelMatcher matcher) {
    boolean regex =
        matcher.operator() == Operator.MATCHES || matcher.operator() == Operator.MATCHES_NOT;
    String value = regex ? prefix + "(?:" + matcher.value() + ")" : prefix + matcher.value();
    return new LabelMatcher(matcher.name(), matcher.operator(), value);
  }
}
