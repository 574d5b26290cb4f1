package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A notification lacks a value that a template in the receiver prints. */
final class ReceiverText implements ConfigOperator {

  @Override
  public String name() {
    return "receiver/template";
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    List<Mutation> mutations = new ArrayList<>();
    for (IntegrationNode integration : IntegrationNode.allOf(root)) {
      add(integration, integration.node(), "", mutations);
    }
    return mutations;
  }

  private void add(IntegrationNode integration, YamlNode node, String key, List<Mutation> all) {
    if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(e -> add(integration, e.value(), e.key().text(), all));
    } else if (node instanceof YamlSequence list) {
      list.items().forEach(item -> add(integration, item, key, all));
    } else if (node instanceof YamlScalar text) {
      for (TemplateActions.Variant variant : TemplateActions.without(text.text())) {
        Mutation mutation =
            new Mutation(
                name(),
                integration.subject(),
                text.positionAt(variant.at()),
                variant.action() + " is dropped from " + key,
                new Edit.OfNode(text, Optional.of(YamlScalar.quoted(variant.text()))));
        // An alias is the same text, which is changed once.
        if (all.stream().noneMatch(other -> other.position().equals(mutation.position()))) {
          all.add(mutation);
        }
      }
    }
  }
}
