package io.firedrill.internal.promql;

import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses expressions that follow the grammar, but have wrong types. */
final class TypeCheck {

  private TypeCheck() {}

  static void check(Expr root) {
    Set<Expr> labelsOnly = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Expr expr : root.all()) {
      if (expr instanceof Aggregation aggregation) {
        check(aggregation);
      } else if (expr instanceof BinaryOperation operation) {
        BinaryCheck.check(operation);
      } else if (expr instanceof FunctionCall call) {
        check(call);
        if (InfoCall.is(call)) {
          InfoCall.labels(call).ifPresent(labelsOnly::add);
        }
      } else if (expr instanceof UnaryOperation operation) {
        value(operation.operand(), "after a sign");
      } else if (expr instanceof Subquery subquery) {
        expect(subquery.inner(), ValueType.INSTANT_VECTOR, "in a subquery");
      } else if (expr instanceof Selector selector && !labelsOnly.contains(expr)) {
        check(selector);
      }
    }
  }

  /** Throws unless an expression is a scalar or an instant vector. */
  static void value(Expr expr, String place) {
    ValueType type = expr.type();
    if (type != ValueType.SCALAR && type != ValueType.INSTANT_VECTOR) {
      throw new PromqlException(
          expr.span(),
          "expected a scalar or an instant vector %s, found %s".formatted(place, type));
    }
  }

  private static void expect(Expr expr, ValueType type, String place) {
    if (expr.type() != type) {
      throw new PromqlException(
          expr.span(), "expected %s %s, found %s".formatted(type, place, expr.type()));
    }
  }

  private static void check(Aggregation aggregation) {
    String place = "in \"" + aggregation.aggregator() + '"';
    aggregation
        .parameter()
        .ifPresent(p -> expect(p, aggregation.aggregator().parameter().orElseThrow(), place));
    expect(aggregation.operand(), ValueType.INSTANT_VECTOR, place);
  }

  private static void check(FunctionCall call) {
    Function function = call.function();
    List<Expr> arguments = call.arguments();
    int count = arguments.size();
    if (count < function.fewestArguments() || count > function.mostArguments()) {
      throw new PromqlException(
          call.span(),
          "\"%s\" needs %s, found %d".formatted(function.name(), needed(function), count));
    }
    for (int i = 0; i < count; i++) {
      expect(arguments.get(i), function.parameter(i), "in \"" + function.name() + '"');
    }
    Optional<Expr> labels = InfoCall.is(call) ? InfoCall.labels(call) : Optional.empty();
    if (labels.isPresent() && !isNameless(labels.get())) {
      throw new PromqlException(
          labels.get().span(), "expected a selector without a name in \"info\"");
    }
  }

  private static boolean isNameless(Expr expr) {
    return expr instanceof VectorSelector selector && selector.name().isEmpty();
  }

  private static String needed(Function function) {
    int fewest = function.fewestArguments();
    int most = function.mostArguments();
    String count = fewest == most ? "" + fewest : fewest + " to " + most;
    String text = most == Integer.MAX_VALUE ? "at least " + fewest : count;
    return text + (text.equals("1") || text.equals("at least 1") ? " argument" : " arguments");
  }

  private static void check(Selector selector) {
    List<LabelMatcher> matchers = selector.matchers();
    if (!selector.name().isEmpty()) {
      boolean twice =
          matchers.subList(0, matchers.size() - 1).stream()
              .anyMatch(m -> m.name().equals(Labels.METRIC_NAME));
      if (twice) {
        throw new PromqlException(selector.span(), "the metric name is given twice");
      }
    } else if (SelectedSeries.selects(selector, Labels.empty())) {
      throw new PromqlException(
          selector.span(),
          "the selector selects everything: expected a name, or a matcher that does not match "
              + "the empty value");
    }
  }
}
