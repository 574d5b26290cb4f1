package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.receiver.ReceiverKind;
import io.firedrill.internal.receiver.ReceiverKinds;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;

/** {@code send_resolved} has the other value. */
final class SendResolved implements ConfigOperator {

  private static final String KEY = "send_resolved";

  @Override
  public String name() {
    return "receiver/" + KEY;
  }

  @Override
  public List<Mutation> mutations(YamlMapping root) {
    return IntegrationNode.allOf(root).stream().map(this::flipped).toList();
  }

  private Mutation flipped(IntegrationNode integration) {
    YamlMapping node = integration.node();
    boolean standard =
        ReceiverKinds.of(integration.key()).map(ReceiverKind::sendsResolved).orElse(true);
    boolean sends = Nodes.scalar(node, KEY).isPresent() ? Nodes.isTrue(node, KEY) : standard;
    return new Mutation(
        name(),
        integration.subject(),
        node.key(KEY).map(key -> key.position()).orElse(node.position()),
        "send_resolved: %s becomes %s".formatted(sends, !sends),
        Nodes.replaced(node, node.with(KEY, YamlScalar.plain(String.valueOf(!sends)))));
  }
}
