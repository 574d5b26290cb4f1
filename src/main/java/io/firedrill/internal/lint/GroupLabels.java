package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.source.YamlMapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives rules the labels of their group, as Prometheus does. */
final class GroupLabels {

  private static final String LABELS = "labels";

  private GroupLabels() {}

  /** The rules of a group; where a rule has a label of the group's, the rule's counts. */
  static Stream<Rule> rules(RuleGroup group) {
    Optional<YamlMapping> common = labels(group.node());
    return group.rules().stream().map(r -> common.map(c -> with(c, r)).orElse(r));
  }

  private static Rule with(YamlMapping common, Rule rule) {
    YamlMapping all = common;
    for (YamlMapping.Entry own : labels(rule.node()).map(YamlMapping::entries).orElse(List.of())) {
      all = all.with(own.key().text(), own.value());
    }
    return new Rule(
        rule.kind(),
        rule.name(),
        rule.expr(),
        rule.position(),
        rule.exprScalar(),
        rule.node().with(LABELS, all));
  }

  private static Optional<YamlMapping> labels(YamlMapping node) {
    return node.get(LABELS).filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }
}
