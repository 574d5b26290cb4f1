package io.firedrill.internal.source;

import java.util.List;

/**
 * A list of nodes.
 *
 * @param position where it begins
 * @param items its items
 */
public record YamlSequence(Position position, List<YamlNode> items) implements YamlNode {
  public YamlSequence {
    items = List.copyOf(items);
  }

  /** The same list with other items. */
  public YamlSequence withItems(List<? extends YamlNode> changed) {
    return new YamlSequence(position, List.copyOf(changed));
  }

  @Override
  public String kind() {
    return "a list";
  }
}
