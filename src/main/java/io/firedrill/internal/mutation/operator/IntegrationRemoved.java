package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import java.util.List;

/** An integration of a receiver is missing. */
final class IntegrationRemoved implements ConfigOperator {

  @Override
  public String name() {
    return "receiver/removed";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    return IntegrationNode.allOf(root).stream()
        .map(
            integration ->
                new Mutation(
                    name(),
                    integration.subject(),
                    integration.node().position(),
                    "the integration is removed",
                    Nodes.removed(integration.node())))
        .toList();
  }
}
