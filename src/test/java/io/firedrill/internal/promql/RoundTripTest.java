package io.firedrill.internal.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Printed expressions can be parsed again, and every part has the right span. */
class RoundTripTest {

  private static final ParsedTree TREE = new ParsedTree(Grammar.NEWEST);

  @Test
  void parsesPrintedExpressions() throws Exception {
    for (String expression : expressions()) {
      Expr expr = Promql.parse(expression);

      String written = Printer.print(expr);

      Expr again = Promql.parse(written);
      assertThat(again).as(expression).hasToString(written);
      assertThat(sorted(TREE.of(again))).as(expression).isEqualTo(sorted(TREE.of(expr)));
    }
  }

  @Test
  void knowsTheSpanOfEachPart() throws Exception {
    for (String expression : expressions()) {
      for (Expr part : Promql.parse(expression).all()) {
        String text = part.span().of(expression);

        assertThat(text).isEqualTo(text.strip());
        if (!(part instanceof Selector selector) || !selector.matchers().isEmpty()) {
          assertThat(Promql.parse(text)).as("%s in %s", text, expression).hasToString(part + "");
        }
      }
    }
  }

  /** Matchers are printed in the order of their names, and zero offsets are omitted. */
  private static String sorted(Object tree) {
    if (tree instanceof Map<?, ?> node) {
      return node.entrySet().stream()
          .map(e -> e.getKey() + "=" + sorted(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return tree instanceof List<?> list && list.stream().allMatch(RoundTripTest::isMatcher)
        ? list.stream().map(RoundTripTest::sorted).sorted().toList().toString()
        : tree instanceof List<?> items
            ? items.stream().map(RoundTripTest::sorted).toList().toString()
            : String.valueOf(tree);
  }

  private static boolean isMatcher(Object item) {
    return item instanceof Map<?, ?> map && map.keySet().equals(Set.of("name", "type", "value"));
  }

  private static List<String> expressions() throws Exception {
    ExpressionGenerator generator = new ExpressionGenerator(Grammar.NEWEST, 7);
    Set<String> expressions = new LinkedHashSet<>(RepositoryExpressions.all());
    Stream.generate(generator::next).limit(500).forEach(expressions::add);
    return expressions.stream().filter(e -> Promql.tryParse(e).isPresent()).toList();
  }
}
