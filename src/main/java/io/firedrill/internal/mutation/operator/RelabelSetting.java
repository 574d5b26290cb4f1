package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** A relabelling step lacks a source label, or has the default regex, replacement or separator. */
final class RelabelSetting implements ConfigOperator {

  @Override
  public String name() {
    return "relabel/setting";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (RelabelNodes step : RelabelNodes.allOf(root)) {
      YamlMapping node = step.node();
      for (YamlScalar label : Nodes.scalars(node, "source_labels")) {
        mutations.add(
            new Mutation(
                name(),
                step.subject(),
                label.position(),
                "label " + label.text() + " is dropped from source_labels",
                Nodes.replaced(node, Nodes.withoutItem(node, "source_labels", label))));
      }
      for (String key : List.of("regex", "replacement", "separator")) {
        Nodes.scalar(node, key)
            .ifPresent(
                value ->
                    mutations.add(
                        new Mutation(
                            name(),
                            step.subject(),
                            value.position(),
                            key + ": " + value.text() + " is dropped",
                            Nodes.replaced(node, node.without(key)))));
      }
    }
    return mutations;
  }
}
