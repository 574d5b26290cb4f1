package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A label of a rule is missing, or has a value of another rule. */
final class RuleLabel implements RuleOperator {

  private static final String KEY = "labels";

  @Override
  public String name() {
    return "rule/label";
  }

  @Override
  public List<Mutation> mutations(Rule rule, List<Rule> all) {
    List<Mutation> mutations = new ArrayList<>();
    entries(rule)
        .forEach(
            entry -> {
              String label = entry.key().text();
              YamlMapping labels = labels(rule).orElseThrow();
              mutations.add(
                  RuleText.mutation(
                      name(),
                      rule,
                      entry.key(),
                      "label " + label + " is dropped",
                      Optional.of(rule.node().with(KEY, labels.without(label)))));
              another(entry, all)
                  .ifPresent(
                      value ->
                          mutations.add(
                              RuleText.mutation(
                                  name(),
                                  rule,
                                  entry.key(),
                                  "%s: %s becomes %s".formatted(label, text(entry.value()), value),
                                  Optional.of(
                                      rule.node()
                                          .with(
                                              KEY,
                                              labels.with(label, YamlScalar.quoted(value)))))));
            });
    return mutations;
  }

  private static Optional<String> another(YamlMapping.Entry entry, List<Rule> all) {
    return all.stream()
        .flatMap(RuleLabel::entries)
        .filter(other -> other.key().text().equals(entry.key().text()))
        .map(other -> text(other.value()))
        .filter(value -> !value.isEmpty() && !value.equals(text(entry.value())))
        .findFirst();
  }

  private static Stream<YamlMapping.Entry> entries(Rule rule) {
    return labels(rule).stream().flatMap(labels -> labels.entries().stream());
  }

  private static Optional<YamlMapping> labels(Rule rule) {
    return rule.node().get(KEY).filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }

  private static String text(YamlNode value) {
    return value instanceof YamlScalar scalar ? scalar.text() : "";
  }
}
