package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * An integration of a receiver.
 *
 * @param receiver the receiver
 * @param key the key of the list, such as {@code slack_configs}
 * @param node the integration
 */
record IntegrationNode(YamlMapping receiver, String key, YamlMapping node) {

  private static final String SUFFIX = "_configs";

  static List<IntegrationNode> allOf(YamlMapping root) {
    List<IntegrationNode> all = new ArrayList<>();
    for (YamlMapping receiver : Nodes.mappings(root, "receivers")) {
      for (YamlMapping.Entry entry : receiver.entries()) {
        if (entry.key().text().endsWith(SUFFIX) && entry.value() instanceof YamlSequence) {
          String key = entry.key().text();
          Nodes.mappings(receiver, key)
              .forEach(node -> all.add(new IntegrationNode(receiver, key, node)));
        }
      }
    }
    return all;
  }

  /** Its name in messages. */
  String subject() {
    return "receiver "
        + Nodes.text(receiver, "name")
        + ", "
        + key.substring(0, key.length() - SUFFIX.length());
  }
}
