package io.firedrill.internal.promql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Compares a server's trees of expressions with Firedrill's. */
final class ParseComparison {

  private static final String REFUSED = "refused";

  private final QueryParser server;
  private final Grammar grammar;

  ParseComparison(QueryParser server, Grammar grammar) {
    this.server = server;
    this.grammar = grammar;
  }

  /** The expressions with different trees, with both trees. */
  Map<String, String> trees(Collection<String> expressions) throws Exception {
    Map<String, String> differences = new LinkedHashMap<>();
    for (String expression : expressions) {
      Optional<JsonNode> tree = server.parse(expression);
      String theirs = tree.map(node -> value(node).toString()).orElse(REFUSED);
      String ours =
          Promql.tryParse(expression)
              .map(expr -> new ParsedTree(grammar).of(expr).toString())
              .orElse(REFUSED);
      if (!ours.equals(theirs)) {
        differences.put(expression, "theirs: " + theirs + "\nours: " + ours);
      }
    }
    return differences;
  }

  /** The expressions that only one of the two refuses, with its name. */
  Map<String, String> verdicts(Collection<String> expressions) throws Exception {
    Map<String, String> differences = new LinkedHashMap<>();
    for (String expression : expressions) {
      boolean theirs = server.format(expression).isPresent();
      if (theirs != Promql.tryParse(expression).isPresent()) {
        differences.put(expression, theirs ? "only we refuse it" : "only Prometheus refuses it");
      }
    }
    return differences;
  }

  /** As maps, lists and values; numbers as such. */
  private static Object value(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new TreeMap<>();
      node.properties().forEach(e -> map.put(e.getKey(), value(e.getValue())));
      if ("numberLiteral".equals(map.get("type"))) {
        map.put("val", Double.parseDouble(((String) map.get("val")).replace("Inf", "Infinity")));
      }
      boolean plus = "durationExpr".equals(map.get("type")) && "+".equals(map.get("op"));
      return plus && map.get("lhs") == null ? map.get("rhs") : map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(item -> list.add(value(item)));
      return list;
    }
    return node.isNumber()
        ? (Object) node.asDouble()
        : node.isBoolean() ? (Object) node.asBoolean() : node.isNull() ? null : node.asString();
  }
}
