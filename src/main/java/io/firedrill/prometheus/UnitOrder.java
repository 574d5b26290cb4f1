package io.firedrill.prometheus;

import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the order of units that are due at one instant can be seen in what they yield. */
public enum UnitOrder {
  /** Some unit may read what another records: they have to run one after the other. */
  MATTERS,
  /** None reads another: they may run at once, which is faster. */
  INDIFFERENT;

  // By text, and rather once too often: a selector without a name may read anything.
  private static final Pattern READS_ANYTHING =
      Pattern.compile("\\bALERTS|__name__|(^|[^a-zA-Z0-9_:]) *\\{");

  /** The order's importance for some units. */
  public static UnitOrder of(List<EvaluationUnit> units) {
    boolean matters = units.size() > 1 && units.stream().anyMatch(u -> mayReadAnother(u, units));
    return matters ? MATTERS : INDIFFERENT;
  }

  private static boolean mayReadAnother(EvaluationUnit reader, List<EvaluationUnit> units) {
    List<String> recorded =
        units.stream()
            .filter(u -> u != reader)
            .flatMap(UnitOrder::rules)
            .filter(r -> r.kind() == RuleStatus.Kind.RECORDING)
            .map(Rule::name)
            .toList();
    return rules(reader)
        .anyMatch(
            rule ->
                READS_ANYTHING.matcher(rule.expr()).find()
                    || recorded.stream().anyMatch(rule.expr()::contains)
                    || hasQueryingTemplate(rule));
  }

  /** Templates can run queries, too. */
  private static boolean hasQueryingTemplate(Rule rule) {
    return Stream.of("annotations", "labels")
        .flatMap(key -> rule.node().get(key).stream())
        .flatMap(UnitOrder::values)
        .anyMatch(value -> value.toString().contains("query"));
  }

  private static Stream<YamlNode> values(YamlNode node) {
    return node instanceof YamlMapping mapping
        ? mapping.entries().stream().map(YamlMapping.Entry::value)
        : Stream.of();
  }

  private static Stream<Rule> rules(EvaluationUnit unit) {
    return unit.groups().stream().flatMap(g -> g.rules().stream());
  }
}
