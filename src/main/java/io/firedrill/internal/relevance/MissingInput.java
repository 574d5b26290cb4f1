package io.firedrill.internal.relevance;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.UnaryOperation;
import io.firedrill.internal.promql.ValueType;
import io.firedrill.internal.source.Position;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why an expression returns nothing, whatever its thresholds are: its selectors have no samples in
 * the whole test. Recorded metrics are followed to what their rules read.
 */
public final class MissingInput {

  /** What Prometheus writes of alerts. */
  private static final Set<String> ALERTS = Set.of("ALERTS", "ALERTS_FOR_STATE");

  private final List<Rule> rules;
  private final Predicate<Selector> hasSamples;
  private final Set<Rule> followed = new HashSet<>();

  /**
   * @param rules all rules of the test
   * @param hasSamples whether a selector has samples at any time of the test
   */
  public MissingInput(List<Rule> rules, Predicate<Selector> hasSamples) {
    this.rules = List.copyOf(rules);
    this.hasSamples = hasSamples;
  }

  /**
   * A selector without samples.
   *
   * @param position where a rule has it
   */
  public record Missing(Selector selector, Position position) {}

  /** What an alert lacks, all rules of its name; empty if one of them may fire. */
  public List<Missing> ofAlert(String alertname) {
    return ofAll(RuleStatus.Kind.ALERTING, alertname);
  }

  /** What all alerting rules lack; empty if one of them may fire. */
  public List<Missing> ofAllAlerts() {
    return all(rules.stream().filter(r -> r.kind() == RuleStatus.Kind.ALERTING).toList());
  }

  private List<Missing> ofAll(RuleStatus.Kind kind, String name) {
    return all(rules.stream().filter(r -> r.kind() == kind && r.name().equals(name)).toList());
  }

  private List<Missing> all(List<Rule> some) {
    List<Missing> missing = new ArrayList<>();
    for (Rule rule : some) {
      List<Missing> own = ofRule(rule);
      if (own.isEmpty()) {
        return List.of();
      }
      missing.addAll(own);
    }
    return missing.stream().distinct().toList();
  }

  /** A rule that reads what it records has samples only if something else gives them. */
  private List<Missing> ofRule(Rule rule) {
    if (!followed.add(rule)) {
      return List.of();
    }
    try {
      return Promql.tryParse(rule.expr()).map(e -> of(e, rule)).orElse(List.of());
    } finally {
      followed.remove(rule);
    }
  }

  private List<Missing> of(Expr expr, Rule rule) {
    if (expr instanceof Selector selector) {
      return ofSelector(selector, rule);
    }
    if (expr instanceof Parentheses parentheses) {
      return of(parentheses.inner(), rule);
    }
    if (expr instanceof UnaryOperation operation) {
      return of(operation.operand(), rule);
    }
    if (expr instanceof Subquery subquery) {
      return of(subquery.inner(), rule);
    }
    if (expr instanceof Aggregation aggregation) {
      return of(aggregation.operand(), rule);
    }
    if (expr instanceof FunctionCall call) {
      return ofCall(call, rule);
    }
    return expr instanceof BinaryOperation operation ? ofOperation(operation, rule) : List.of();
  }

  private List<Missing> ofSelector(Selector selector, Rule rule) {
    if (hasSamples.test(selector)) {
      return List.of();
    }
    Optional<String> metric = selector.metric();
    if (metric.filter(ALERTS::contains).isPresent()) {
      return alertname(selector).map(this::ofAlert).orElse(List.of());
    }
    if (metric.isEmpty()) {
      // A recorded metric may be meant.
      return rules.stream().anyMatch(r -> r.kind() == RuleStatus.Kind.RECORDING)
          ? List.of()
          : List.of(missing(selector, rule));
    }
    boolean recorded =
        rules.stream()
            .anyMatch(r -> r.kind() == RuleStatus.Kind.RECORDING && r.name().equals(metric.get()));
    return recorded
        ? ofAll(RuleStatus.Kind.RECORDING, metric.get())
        : List.of(missing(selector, rule));
  }

  private static Missing missing(Selector selector, Rule rule) {
    return new Missing(selector, rule.exprScalar().positionAt(selector.span().start()));
  }

  private static Optional<String> alertname(Selector selector) {
    return selector.matchers().stream()
        .filter(m -> m.name().equals(Labels.ALERT_NAME) && m.operator() == Operator.EQUAL)
        .map(LabelMatcher::value)
        .findFirst();
  }

  private List<Missing> ofCall(FunctionCall call, Rule rule) {
    String name = call.function().name();
    if (name.startsWith("absent") || call.type() == ValueType.SCALAR) {
      return List.of();
    }
    return call.arguments().stream()
        .limit(name.equals("info") ? 1 : call.arguments().size())
        .filter(a -> a.type() == ValueType.INSTANT_VECTOR || a.type() == ValueType.RANGE_VECTOR)
        .map(a -> of(a, rule))
        .filter(missing -> !missing.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Missing> ofOperation(BinaryOperation operation, Rule rule) {
    List<Missing> left = vector(operation.left(), rule);
    if (operation.operator() == BinaryOperator.UNLESS) {
      return left;
    }
    List<Missing> right = vector(operation.right(), rule);
    boolean needsOne =
        operation.operator() == BinaryOperator.OR
            || operation.matching().fillLeft().isPresent()
            || operation.matching().fillRight().isPresent();
    if (needsOne && (left.isEmpty() || right.isEmpty())) {
      return List.of();
    }
    return Stream.concat(left.stream(), right.stream()).distinct().toList();
  }

  private List<Missing> vector(Expr expr, Rule rule) {
    return expr.type() == ValueType.SCALAR ? List.of() : of(expr, rule);
  }
}
