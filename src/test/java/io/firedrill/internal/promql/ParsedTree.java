package io.firedrill.internal.promql;

import io.firedrill.internal.promql.DurationExpr.Call;
import io.firedrill.internal.promql.DurationExpr.Literal;
import io.firedrill.internal.promql.DurationExpr.Negation;
import io.firedrill.internal.promql.DurationExpr.Operation;
import io.firedrill.internal.promql.DurationExpr.Wrapped;
import io.firedrill.internal.promql.Modifiers.Edges;
import io.firedrill.internal.promql.Modifiers.QueryBound;
import io.firedrill.internal.promql.Modifiers.Timestamp;
import io.firedrill.model.LabelMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A tree in the form of {@code /api/v1/parse_query}: maps, lists and values. */
final class ParsedTree {

  private final Grammar grammar;

  ParsedTree(Grammar grammar) {
    this.grammar = grammar;
  }

  Map<String, Object> of(Expr expr) {
    if (expr instanceof NumberLiteral number) {
      return node("numberLiteral", "val", number.value());
    }
    if (expr instanceof StringLiteral string) {
      return node("stringLiteral", "val", string.value());
    }
    if (expr instanceof Parentheses parentheses) {
      return node("parenExpr", "expr", of(parentheses.inner()));
    }
    if (expr instanceof UnaryOperation operation) {
      return node("unaryExpr", "op", operation.sign().toString(), "expr", of(operation.operand()));
    }
    if (expr instanceof FunctionCall call) {
      return node(
          "call",
          "func",
          function(call.function()),
          "args",
          call.arguments().stream().map(this::of).toList());
    }
    if (expr instanceof Aggregation aggregation) {
      return node(
          "aggregation",
          "op",
          aggregation.aggregator().toString(),
          "expr",
          of(aggregation.operand()),
          "param",
          aggregation.parameter().map(this::of).orElse(null),
          "grouping",
          aggregation.labels(),
          "without",
          aggregation.grouping() == Aggregation.Grouping.WITHOUT);
    }
    if (expr instanceof BinaryOperation operation) {
      return node(
          "binaryExpr",
          "op",
          operation.operator().toString(),
          "lhs",
          of(operation.left()),
          "rhs",
          of(operation.right()),
          "matching",
          BinaryCheck.joins(operation) ? matching(operation.matching()) : null,
          "bool",
          operation.outcome() == BinaryOperation.Outcome.BOOL);
    }
    return reader(expr);
  }

  private Map<String, Object> reader(Expr expr) {
    Map<String, Object> node;
    Modifiers modifiers;
    if (expr instanceof Subquery subquery) {
      node = node("subquery", "expr", of(subquery.inner()));
      put(node, "range", Optional.of(subquery.range()));
      put(node, "step", subquery.step());
      modifiers = subquery.modifiers();
    } else {
      Selector selector = (Selector) expr;
      boolean range = selector instanceof RangeSelector;
      node = node(range ? "matrixSelector" : "vectorSelector", "name", selector.name());
      node.put("matchers", selector.matchers().stream().map(ParsedTree::matcher).toList());
      if (selector instanceof RangeSelector ranged) {
        put(node, "range", Optional.of(ranged.range()));
      }
      modifiers = selector.modifiers();
      if (grammar.showsAll()) {
        node.put("anchored", modifiers.edges() == Edges.ANCHORED);
        node.put("smoothed", modifiers.edges() == Edges.SMOOTHED);
      }
    }
    put(node, "offset", modifiers.offset());
    Modifiers.At at = modifiers.at().orElse(null);
    node.put("timestamp", at instanceof Timestamp t ? (double) t.time().toEpochMilli() : null);
    node.put("startOrEnd", at instanceof QueryBound bound ? bound.toString().toLowerCase() : null);
    return node;
  }

  /** A literal duration is a number of milliseconds, a computed one is a tree. */
  private void put(Map<String, Object> node, String key, Optional<DurationExpr> duration) {
    double seconds =
        duration.filter(Literal.class::isInstance).map(d -> ((Literal) d).seconds()).orElse(0d);
    node.put(key, (double) (Math.round(seconds * 1e9) / 1_000_000));
    if (grammar.showsAll()) {
      node.put(
          key + "Expr",
          duration.filter(d -> !(d instanceof Literal)).map(ParsedTree::of).orElse(null));
    }
  }

  private static Map<String, Object> of(DurationExpr duration) {
    if (duration instanceof Literal literal) {
      return node(
          "numberLiteral",
          "val",
          literal.seconds(),
          "duration",
          literal.form() == NumberLiteral.Form.DURATION);
    }
    if (duration instanceof Wrapped wrapped) {
      Map<String, Object> inner = of(wrapped.inner());
      inner.put("wrapped", true);
      return inner;
    }
    if (duration instanceof Negation negation) {
      return operation("-", null, of(negation.operand()));
    }
    if (duration instanceof Operation operation) {
      return operation(
          operation.operator().toString(), of(operation.left()), of(operation.right()));
    }
    Call call = (Call) duration;
    List<Map<String, Object>> arguments = call.arguments().stream().map(ParsedTree::of).toList();
    return arguments.isEmpty()
        ? operation(call.function(), null, null)
        : operation(call.function(), arguments.get(0), arguments.get(1));
  }

  private static Map<String, Object> operation(String operator, Object left, Object right) {
    return node("durationExpr", "op", operator, "lhs", left, "rhs", right, "wrapped", false);
  }

  private static Map<String, Object> function(Function function) {
    Map<String, Object> node = new TreeMap<>();
    node.put("name", function.name());
    node.put("argTypes", function.parameters().stream().map(ParsedTree::type).toList());
    node.put("variadic", (double) function.variadic());
    node.put("returnType", type(function.returns()));
    return node;
  }

  private static String type(ValueType type) {
    return switch (type) {
      case SCALAR -> "scalar";
      case INSTANT_VECTOR -> "vector";
      case RANGE_VECTOR -> "matrix";
      case STRING -> "string";
    };
  }

  private Map<String, Object> matching(VectorMatching matching) {
    Map<String, Object> node = new TreeMap<>();
    node.put("card", matching.cardinality().toString());
    node.put("labels", matching.labels());
    node.put("on", matching.clause() == VectorMatching.Clause.ON);
    node.put("include", matching.include());
    if (grammar.showsAll()) {
      Map<String, Object> fill = new TreeMap<>();
      fill.put("lhs", value(matching.fillLeft()));
      fill.put("rhs", value(matching.fillRight()));
      node.put("fillValues", fill);
    }
    return node;
  }

  private static Double value(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Map<String, Object> matcher(LabelMatcher matcher) {
    return new TreeMap<>(
        Map.of(
            "name", matcher.name(), "value", matcher.value(), "type", matcher.operator().sign()));
  }

  private static Map<String, Object> node(String type, Object... fields) {
    Map<String, Object> node = new TreeMap<>();
    node.put("type", type);
    for (int i = 0; i < fields.length; i += 2) {
      node.put((String) fields[i], fields[i + 1]);
    }
    return node;
  }
}
