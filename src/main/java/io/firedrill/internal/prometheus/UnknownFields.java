package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.List;

/** The treatment of keys in rule files that Prometheus does not know. */
public enum UnknownFields {
  /** They are errors, as for a server. */
  REFUSED,
  /** They are ignored, as with promtool's option {@code --ignore-unknown-fields}. */
  IGNORED;

  /** The node without ignored keys. */
  YamlNode read(YamlNode node, List<String> known) {
    return this == IGNORED && node instanceof YamlMapping mapping
        ? new YamlMapping(
            mapping.position(),
            mapping.entries().stream().filter(e -> known.contains(e.key().text())).toList())
        : node;
  }
}
