package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.StringLiteral;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.UnaryOperation;
import io.firedrill.internal.promql.VectorMatching;
import io.firedrill.internal.promql.VectorMatching.Cardinality;
import io.firedrill.internal.promql.VectorMatching.Clause;
import io.firedrill.internal.source.GoRegex;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The labels that the result of an expression is known to have. */
final class CarriedLabels {

  private static final int DEPTH = 20;

  private final Recordings recordings;

  CarriedLabels(Recordings recordings) {
    this.recordings = recordings;
  }

  Needs of(Expr expr) {
    return of(expr, 0);
  }

  private Needs of(Expr expr, int depth) {
    if (depth > DEPTH) {
      return Needs.NONE;
    }
    if (expr instanceof Selector selector) {
      Needs own = positive(selector);
      List<Recordings.Recording> recorded = recordings.of(selector);
      if (recorded.isEmpty()) {
        return own;
      }
      Needs inner = of(recorded.get(0).expr(), depth + 1);
      return own.and(inner).with(recorded.get(0).labels().asMap().keySet());
    }
    if (expr instanceof Parentheses parentheses) {
      return of(parentheses.inner(), depth);
    }
    if (expr instanceof UnaryOperation operation) {
      return of(operation.operand(), depth);
    }
    if (expr instanceof Subquery subquery) {
      return of(subquery.inner(), depth);
    }
    if (expr instanceof Aggregation aggregation) {
      return ofAggregation(aggregation, depth);
    }
    if (expr instanceof FunctionCall call) {
      return ofCall(call, depth);
    }
    return expr instanceof BinaryOperation operation ? ofOperation(operation, depth) : Needs.NONE;
  }

  private Needs ofAggregation(Aggregation aggregation, int depth) {
    Needs inner = of(aggregation.operand(), depth);
    if (keepsElements(aggregation)) {
      return inner;
    }
    Needs kept =
        aggregation.grouping() == Aggregation.Grouping.BY
            ? inner.only(aggregation.labels()).with(aggregation.labels())
            : inner.without(aggregation.labels());
    return aggregation.parameter().orElse(null) instanceof StringLiteral label
        ? kept.with(List.of(label.value()))
        : kept;
  }

  /** Whether the result consists of elements of the operand. */
  static boolean keepsElements(Aggregation aggregation) {
    return switch (aggregation.aggregator()) {
      case TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> true;
      default -> false;
    };
  }

  private Needs ofCall(FunctionCall call, int depth) {
    String name = call.function().name();
    List<Expr> arguments = call.arguments();
    if (name.startsWith("absent")) {
      return arguments.get(0) instanceof Selector selector ? equal(selector) : Needs.NONE;
    }
    if (name.equals("vector") || name.equals("scalar") || arguments.isEmpty()) {
      return Needs.NONE;
    }
    Needs inner = Needs.NONE;
    for (Expr argument : arguments) {
      if (argument.type().isVector()) {
        inner = inner.and(of(argument, depth));
      }
    }
    if (name.equals("histogram_quantile")) {
      return inner.without(Set.of("le"));
    }
    return name.startsWith("label_") && arguments.get(1) instanceof StringLiteral target
        ? inner.without(Set.of(target.value())).with(List.of(target.value()))
        : inner;
  }

  private Needs ofOperation(BinaryOperation operation, int depth) {
    if (!operation.left().type().isVector()) {
      return of(operation.right(), depth);
    }
    Needs left = of(operation.left(), depth);
    if (!operation.right().type().isVector()
        || operation.operator().kind() == BinaryOperator.Kind.SET) {
      return left;
    }
    VectorMatching matching = operation.matching();
    Needs right = of(operation.right(), depth);
    if (matching.cardinality() == Cardinality.MANY_TO_ONE) {
      return left.with(matching.include());
    }
    if (matching.cardinality() == Cardinality.ONE_TO_MANY) {
      return right.with(matching.include());
    }
    return matching.clause() == Clause.ON
        ? left.and(right).only(matching.labels()).with(matching.labels())
        : left.and(right).without(matching.labels());
  }

  /** The labels that its matchers require to exist, with all conditions on them. */
  static Needs positive(Selector selector) {
    List<String> names = new ArrayList<>();
    for (LabelMatcher matcher : selector.matchers()) {
      if (!matcher.name().equals(Labels.METRIC_NAME) && requiresLabel(matcher)) {
        names.add(matcher.name());
      }
    }
    return conditions(selector).only(names);
  }

  /** All conditions of its matchers. */
  static Needs conditions(Selector selector) {
    Needs needs = Needs.NONE;
    for (LabelMatcher matcher : selector.matchers()) {
      if (!matcher.name().equals(Labels.METRIC_NAME)) {
        needs = needs.with(matcher);
      }
    }
    return needs;
  }

  private static Needs equal(Selector selector) {
    Needs needs = Needs.NONE;
    for (LabelMatcher matcher : selector.matchers()) {
      if (!matcher.name().equals(Labels.METRIC_NAME) && matcher.operator() == Operator.EQUAL) {
        needs = needs.with(matcher);
      }
    }
    return needs;
  }

  /** Whether no series without the label satisfies a matcher. */
  static boolean requiresLabel(LabelMatcher matcher) {
    try {
      return switch (matcher.operator()) {
        case EQUAL -> !matcher.value().isEmpty();
        case NOT_EQUAL -> matcher.value().isEmpty();
        case MATCHES -> !GoRegex.compile(matcher.value()).matches("");
        case MATCHES_NOT -> GoRegex.compile(matcher.value()).matches("");
      };
    } catch (GoRegex.BadRegexException e) {
      return false;
    }
  }
}
