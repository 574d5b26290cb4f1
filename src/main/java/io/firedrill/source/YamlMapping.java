package io.firedrill.source;

import java.util.List;
import java.util.Optional;

/**
 * A mapping whose keys are scalars, each there once; merged keys follow the mapping's own.
 *
 * @param position where it begins
 * @param entries its entries, in the file's order
 */
public record YamlMapping(Position position, List<Entry> entries) implements YamlNode {

  /** A key and its value. */
  public record Entry(YamlScalar key, YamlNode value) {}

  public YamlMapping {
    entries = List.copyOf(entries);
  }

  /** The value of a key. */
  public Optional<YamlNode> get(String key) {
    return entries.stream().filter(e -> e.key().text().equals(key)).map(Entry::value).findFirst();
  }

  @Override
  public String kind() {
    return "a mapping";
  }
}
