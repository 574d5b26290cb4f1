package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.YamlMapping;
import java.util.List;
import java.util.Optional;

/** An annotation is missing. */
final class Annotation implements RuleOperator {

  private static final String KEY = "annotations";

  @Override
  public String name() {
    return "rule/annotation";
  }

  @Override
  public List<Mutation> mutations(Rule rule, List<Rule> all) {
    if (!(rule.node().get(KEY).orElse(null) instanceof YamlMapping annotations)) {
      return List.of();
    }
    return annotations.entries().stream()
        .map(
            entry ->
                RuleText.mutation(
                    name(),
                    rule,
                    entry.key(),
                    "annotation " + entry.key().text() + " is dropped",
                    Optional.of(rule.node().with(KEY, annotations.without(entry.key().text())))))
        .toList();
  }
}
