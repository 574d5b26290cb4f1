package io.firedrill.internal.vetting;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a configuration that can be removed: a key with its value, or an item of a list.
 *
 * @param path the indexes that lead from the root to it
 * @param key the key, if it has one
 * @param value the value, or the item
 */
record Part(List<Integer> path, Optional<YamlScalar> key, YamlNode value) {

  static Part root(YamlNode root) {
    return new Part(List.of(), Optional.empty(), root);
  }

  /** The parts directly below it, in file order. */
  List<Part> children() {
    if (value instanceof YamlMapping mapping) {
      return IntStream.range(0, mapping.entries().size())
          .mapToObj(i -> child(i, mapping.entries().get(i)))
          .toList();
    }
    if (value instanceof YamlSequence list) {
      return IntStream.range(0, list.items().size())
          .mapToObj(i -> new Part(pathTo(i), Optional.empty(), list.items().get(i)))
          .toList();
    }
    return List.of();
  }

  /** All parts below it, in file order. */
  Stream<Part> descendants() {
    return children().stream().flatMap(c -> Stream.concat(Stream.of(c), c.descendants()));
  }

  private Part child(int index, YamlMapping.Entry entry) {
    return new Part(pathTo(index), Optional.of(entry.key()), entry.value());
  }

  private List<Integer> pathTo(int index) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(index);
    return longer;
  }

  /** The scalar that messages point at: its key, or the first scalar of the item. */
  Optional<YamlScalar> place() {
    return key.or(() -> first(value));
  }

  private static Optional<YamlScalar> first(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return mapping.entries().stream().map(YamlMapping.Entry::key).findFirst();
    }
    return node instanceof YamlSequence list
        ? list.items().stream().flatMap(item -> first(item).stream()).findFirst()
        : Optional.of((YamlScalar) node);
  }

  /** The configuration without this part. */
  YamlMapping takenOutOf(YamlMapping root) {
    return (YamlMapping) changed(root, 0, entry -> Optional.empty());
  }

  /** The configuration with another key for this part. */
  YamlMapping renamedIn(YamlMapping root, String name) {
    return (YamlMapping)
        changed(
            root, 0, e -> Optional.of(new YamlMapping.Entry(YamlScalar.quoted(name), e.value())));
  }

  private YamlNode changed(
      YamlNode node, int depth, Function<YamlMapping.Entry, Optional<YamlMapping.Entry>> change) {
    int index = path.get(depth);
    boolean here = depth == path.size() - 1;
    if (node instanceof YamlMapping mapping) {
      List<YamlMapping.Entry> entries = new ArrayList<>(mapping.entries());
      YamlMapping.Entry entry = entries.remove(index);
      Optional<YamlMapping.Entry> other =
          here
              ? change.apply(entry)
              : Optional.of(
                  new YamlMapping.Entry(entry.key(), changed(entry.value(), depth + 1, change)));
      other.ifPresent(e -> entries.add(index, e));
      return new YamlMapping(mapping.position(), entries);
    }
    YamlSequence list = (YamlSequence) node;
    List<YamlNode> items = new ArrayList<>(list.items());
    YamlNode item = items.remove(index);
    if (!here) {
      items.add(index, changed(item, depth + 1, change));
    }
    return list.withItems(items);
  }
}
