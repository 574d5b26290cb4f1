package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import java.util.List;

/** An inhibition rule is missing. */
final class InhibitionRemoved implements ConfigOperator {

  @Override
  public String name() {
    return "inhibition/removed";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    return InhibitionNodes.of(root).stream()
        .map(
            rule ->
                new Mutation(
                    name(),
                    InhibitionNodes.subject(rule),
                    rule.position(),
                    "the inhibition rule is removed",
                    Nodes.removed(rule)))
        .toList();
  }
}
