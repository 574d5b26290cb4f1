package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import java.util.List;

/** What becomes of keys that Prometheus does not know in rule files. */
public enum UnknownFields {
  /** They are an error, as for a server. */
  REFUSED,
  /** They are left out, as by promtool's option {@code --ignore-unknown-fields}. */
  IGNORED;

  /** A node as it is read: a mapping without the keys that are ignored. */
  YamlNode read(YamlNode node, List<String> known) {
    return this == IGNORED && node instanceof YamlMapping mapping
        ? new YamlMapping(
            mapping.position(),
            mapping.entries().stream().filter(e -> known.contains(e.key().text())).toList())
        : node;
  }
}
