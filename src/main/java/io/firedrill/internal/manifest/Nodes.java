package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/** Builds a mapping whose parts keep their positions in the manifest. */
final class Nodes {

  private final Position position;
  private final List<YamlMapping.Entry> entries = new ArrayList<>();

  /** An empty mapping at the place of a part of the manifest. */
  Nodes(YamlNode at) {
    this.position = at.position();
  }

  /** Adds a value under another key, at the place of the manifest's key. */
  Nodes put(YamlScalar key, String name, YamlNode value) {
    entries.add(new YamlMapping.Entry(key.asPlain(name), value));
    return this;
  }

  YamlMapping mapping() {
    return new YamlMapping(position, entries);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The items of a list; the value itself if it is none, so that the server reports it. */
  static List<YamlNode> items(YamlNode value) {
    return value instanceof YamlSequence list ? list.items() : List.of();
  }

  static boolean isEmptyText(YamlNode value) {
    return value.isNull() || value instanceof YamlScalar scalar && scalar.text().isEmpty();
  }
}
