package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.util.Optional;

/** How messages name rules and durations. */
final class RuleText {

  private RuleText() {}

  static String subject(Rule rule) {
    return (rule.kind() == RuleStatus.Kind.ALERTING ? "alert " : "record ") + rule.name();
  }

  /** The mutation of a whole rule. */
  static Mutation mutation(
      String operator, Rule rule, YamlNode at, String change, Optional<YamlNode> to) {
    return new Mutation(
        operator, subject(rule), at.position(), change, new Edit.OfNode(rule.node(), to));
  }

  /** A duration of the file; empty if it is missing, invalid or zero. */
  static Optional<Duration> duration(YamlMapping node, String key) {
    return node.get(key)
        .filter(YamlScalar.class::isInstance)
        .flatMap(v -> PrometheusDuration.parse(((YamlScalar) v).text()))
        .filter(d -> !d.isZero());
  }
}
