package io.firedrill.internal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mapping with distinct scalar keys; merged keys follow the mapping's own.
 *
 * @param position its start
 * @param entries its entries, in file order
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

  /** A key as written. */
  public Optional<YamlScalar> key(String key) {
    return entries.stream().map(Entry::key).filter(k -> k.text().equals(key)).findFirst();
  }

  /** The same mapping with a key's value replaced, or with the key added at the end. */
  public YamlMapping with(String key, YamlNode value) {
    List<Entry> changed = new ArrayList<>(entries);
    changed.replaceAll(e -> e.key().text().equals(key) ? new Entry(e.key(), value) : e);
    if (key(key).isEmpty()) {
      changed.add(new Entry(YamlScalar.quoted(key), value));
    }
    return new YamlMapping(position, changed);
  }

  public YamlMapping without(String key) {
    return new YamlMapping(
        position, entries.stream().filter(e -> !e.key().text().equals(key)).toList());
  }

  @Override
  public String kind() {
    return "a mapping";
  }
}
