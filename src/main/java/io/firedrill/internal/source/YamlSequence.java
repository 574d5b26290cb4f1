package io.firedrill.internal.source;

import java.util.List;

/**
 * A list of nodes.
 *
 * @param position its start
 * @param items its items
 */
public record YamlSequence(Position position, List<YamlNode> items) implements YamlNode {
  public YamlSequence {
    items = List.copyOf(items);
  }

  public YamlSequence withItems(List<? extends YamlNode> changed) {
    return new YamlSequence(position, List.copyOf(changed));
  }

  @Override
  public String kind() {
    return "a list";
  }
}
