package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import java.util.List;

/** A relabelling step is missing. */
final class RelabelRemoved implements ConfigOperator {

  @Override
  public String name() {
    return "relabel/removed";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    return RelabelNodes.allOf(root).stream()
        .map(
            step ->
                new Mutation(
                    name(),
                    step.subject(),
                    step.node().position(),
                    "the step is removed",
                    Nodes.removed(step.node())))
        .toList();
  }
}
