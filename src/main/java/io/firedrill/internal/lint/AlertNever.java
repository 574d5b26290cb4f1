package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Span;
import io.firedrill.internal.promql.ValueType;
import io.firedrill.internal.promql.VectorMatching;
import io.firedrill.internal.promql.VectorMatching.Clause;
import io.firedrill.internal.source.GoRegex;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An alerting rule whose expression returns nothing, whatever the data are. */
final class AlertNever implements RuleCheck {

  private static final String HINT = "firedrill init searches for data for which an alert fires";

  @Override
  public String name() {
    return "alert/never";
  }

  @Override
  public String about() {
    return "Alerts can fire";
  }

  @Override
  public void check(Rule rule, Findings findings) {
    if (RuleParts.isAlert(rule)) {
      Promql.tryParse(rule.expr()).ifPresent(expr -> required(expr, rule, findings));
    }
  }

  /** Checks a part without whose result the whole expression returns nothing. */
  private void required(Expr expr, Rule rule, Findings findings) {
    if (expr instanceof Parentheses parentheses) {
      required(parentheses.inner(), rule, findings);
    } else if (expr instanceof Selector selector) {
      selector(selector, rule, findings);
    } else if (expr instanceof BinaryOperation operation) {
      if (operation.operator() == BinaryOperator.OR
          || operation.matching().fillLeft().isPresent()
          || operation.matching().fillRight().isPresent()) {
        return;
      }
      required(operation.left(), rule, findings);
      if (operation.operator() != BinaryOperator.UNLESS) {
        required(operation.right(), rule, findings);
        labels(operation, rule, findings);
      }
      comparison(operation, rule, findings);
    } else if (!absent(expr)) {
      expr.children().forEach(child -> required(child, rule, findings));
    }
  }

  private static boolean absent(Expr expr) {
    return expr instanceof FunctionCall call
        && (call.function().name().startsWith("absent") || call.function().name().equals("scalar"));
  }

  private static void report(Expr part, String why, Rule rule, Findings findings) {
    Span span = part.span();
    findings.add(
        rule.exprScalar(),
        span.start(),
        span.end() - span.start(),
        "the alert never fires: " + why,
        HINT);
  }

  private static void comparison(BinaryOperation operation, Rule rule, Findings findings) {
    if (operation.operator().kind() != BinaryOperator.Kind.COMPARISON
        || operation.outcome() == BinaryOperation.Outcome.BOOL) {
      return;
    }
    Optional<Double> right = PossibleValues.constant(operation.right());
    Optional<Double> left = PossibleValues.constant(operation.left());
    if (right.isPresent() && left.isEmpty()) {
      values(operation, operation.left(), operation.operator(), right.get(), rule, findings);
      chain(operation, right.get(), rule, findings);
    } else if (left.isPresent() && right.isEmpty()) {
      values(
          operation,
          operation.right(),
          operation.operator().mirrored(),
          left.get(),
          rule,
          findings);
    }
  }

  private static void values(
      BinaryOperation operation,
      Expr compared,
      BinaryOperator operator,
      double bound,
      Rule rule,
      Findings findings) {
    PossibleValues possible = PossibleValues.of(compared);
    if (!possible.reason().isEmpty() && !possible.mayBe(operator, bound)) {
      report(operation, possible.reason(), rule, findings);
    }
  }

  /** {@code 10 < x < 5}: both comparisons are about the same value. */
  private static void chain(BinaryOperation outer, double bound, Rule rule, Findings findings) {
    Expr left = outer.left();
    while (left instanceof Parentheses parentheses) {
      left = parentheses.inner();
    }
    if (!(left instanceof BinaryOperation inner)
        || inner.operator().kind() != BinaryOperator.Kind.COMPARISON
        || inner.outcome() == BinaryOperation.Outcome.BOOL) {
      return;
    }
    Optional<Double> onRight = PossibleValues.constant(inner.right());
    Optional<Double> onLeft = PossibleValues.constant(inner.left());
    if (onRight.isEmpty() == onLeft.isEmpty()) {
      return;
    }
    BinaryOperator operator = onRight.isPresent() ? inner.operator() : inner.operator().mirrored();
    if (exclude(operator, onRight.or(() -> onLeft).get(), outer.operator(), bound)) {
      report(outer, "no value satisfies both comparisons", rule, findings);
    }
  }

  private static boolean exclude(BinaryOperator a, double x, BinaryOperator b, double y) {
    if (a == BinaryOperator.EQUAL) {
      return !new PossibleValues(x, x, "").mayBe(b, y);
    }
    if (b == BinaryOperator.EQUAL) {
      return !new PossibleValues(y, y, "").mayBe(a, x);
    }
    boolean above = a == BinaryOperator.GREATER || a == BinaryOperator.GREATER_OR_EQUAL;
    boolean below = b == BinaryOperator.LESS || b == BinaryOperator.LESS_OR_EQUAL;
    if (above && below) {
      boolean both = a == BinaryOperator.GREATER_OR_EQUAL && b == BinaryOperator.LESS_OR_EQUAL;
      return both ? x > y : x >= y;
    }
    boolean reversed =
        (a == BinaryOperator.LESS || a == BinaryOperator.LESS_OR_EQUAL)
            && (b == BinaryOperator.GREATER || b == BinaryOperator.GREATER_OR_EQUAL);
    return reversed && exclude(b, y, a, x);
  }

  /** Matchers that no series satisfies together. */
  private static void selector(Selector selector, Rule rule, Findings findings) {
    for (LabelMatcher required : selector.matchers()) {
      if (required.operator() != Operator.EQUAL) {
        continue;
      }
      Labels series = Labels.empty().with(required.name(), required.value());
      for (LabelMatcher other : selector.matchers()) {
        if (other.name().equals(required.name()) && !matches(other, series)) {
          report(
              selector, "no series satisfies both " + required + " and " + other, rule, findings);
          return;
        }
      }
    }
  }

  private static boolean matches(LabelMatcher matcher, Labels series) {
    try {
      return SelectedSeries.matches(matcher, series);
    } catch (GoRegex.BadRegexException e) {
      return true;
    }
  }

  /** Two selectors are joined on a label of which they require different values. */
  private static void labels(BinaryOperation operation, Rule rule, Findings findings) {
    Optional<Selector> left = plainSelector(operation.left());
    Optional<Selector> right = plainSelector(operation.right());
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    Map<String, String> values = new HashMap<>();
    equalities(left.get()).forEach(m -> values.put(m.name(), m.value()));
    for (LabelMatcher matcher : equalities(right.get())) {
      String other = values.get(matcher.name());
      if (other != null && !other.equals(matcher.value()) && joins(operation, matcher.name())) {
        report(
            operation,
            "the label %s is \"%s\" on the left and \"%s\" on the right of \"%s\""
                .formatted(matcher.name(), other, matcher.value(), operation.operator()),
            rule,
            findings);
        return;
      }
    }
  }

  private static boolean joins(BinaryOperation operation, String label) {
    VectorMatching matching = operation.matching();
    return matching.labels().contains(label) == (matching.clause() == Clause.ON);
  }

  private static List<LabelMatcher> equalities(Selector selector) {
    return selector.matchers().stream()
        .filter(m -> m.operator() == Operator.EQUAL && !m.name().equals(Labels.METRIC_NAME))
        .toList();
  }

  /** The selector whose labels the elements of an expression have. */
  private static Optional<Selector> plainSelector(Expr expr) {
    if (expr instanceof Parentheses parentheses) {
      return plainSelector(parentheses.inner());
    }
    if (expr instanceof Selector selector) {
      return Optional.of(selector);
    }
    if (expr instanceof BinaryOperation operation && operation.right().type() == ValueType.SCALAR) {
      return plainSelector(operation.left());
    }
    if (expr instanceof FunctionCall call
        && call.arguments().size() == 1
        && !absent(call)
        && call.type().isVector()) {
      return plainSelector(call.arguments().get(0));
    }
    return Optional.empty();
  }
}
