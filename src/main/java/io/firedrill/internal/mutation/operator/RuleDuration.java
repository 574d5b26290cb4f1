package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code for} or {@code keep_firing_for} is missing, twice or half as long. */
final class RuleDuration implements RuleOperator {

  private final String key;

  RuleDuration(String key) {
    this.key = key;
  }

  @Override
  public String name() {
    return "rule/" + key;
  }

  @Override
  public List<Mutation> mutations(Rule rule, List<Rule> all) {
    List<Mutation> mutations = new ArrayList<>();
    Optional<Duration> length = RuleText.duration(rule.node(), key);
    if (length.isEmpty()) {
      return List.of();
    }
    YamlScalar value = (YamlScalar) rule.node().get(key).orElseThrow();
    mutations.add(
        RuleText.mutation(
            name(),
            rule,
            value,
            key + ": " + value.text() + " is dropped",
            Optional.of(rule.node().without(key))));
    for (Duration other : List.of(length.get().multipliedBy(2), length.get().dividedBy(2))) {
      String text = PrometheusDuration.format(other);
      mutations.add(
          RuleText.mutation(
              name(),
              rule,
              value,
              key + ": " + value.text() + " becomes " + text,
              Optional.of(rule.node().with(key, YamlScalar.plain(text)))));
    }
    return mutations;
  }
}
