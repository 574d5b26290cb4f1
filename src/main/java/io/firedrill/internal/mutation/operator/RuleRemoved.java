package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.prometheus.Rule;
import java.util.List;
import java.util.Optional;

/** A rule is missing. */
final class RuleRemoved implements RuleOperator {

  @Override
  public String name() {
    return "rule/removed";
  }

  @Override
  public List<Mutation> mutations(Rule rule, List<Rule> all) {
    return List.of(
        new Mutation(
            name(),
            RuleText.subject(rule),
            rule.position(),
            "the rule is removed",
            new Edit.OfNode(rule.node(), Optional.empty())));
  }
}
