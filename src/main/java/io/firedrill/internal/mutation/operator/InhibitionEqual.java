package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** A label is missing in {@code equal}. */
final class InhibitionEqual implements ConfigOperator {

  private static final String KEY = "equal";

  @Override
  public String name() {
    return "inhibition/equal";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (YamlMapping rule : InhibitionNodes.of(root)) {
      for (YamlScalar label : Nodes.scalars(rule, KEY)) {
        mutations.add(
            new Mutation(
                name(),
                InhibitionNodes.subject(rule),
                label.position(),
                "label " + label.text() + " is dropped from equal",
                Nodes.replaced(rule, Nodes.withoutItem(rule, KEY, label))));
      }
    }
    return mutations;
  }
}
