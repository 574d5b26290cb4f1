package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSequence;
import io.firedrill.internal.source.YamlSource;
import io.firedrill.internal.source.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A change of one file, which is applied in memory. */
public sealed interface Edit {

  /**
   * The text of the changed file; equal to the original in everything but the change.
   *
   * @throws io.firedrill.internal.source.InputException if the file cannot be read
   */
  String applied(Path file);

  /**
   * A node of a YAML file is replaced, or removed from its list.
   *
   * @param from the node; found by its kind and position
   * @param to what replaces it; empty = nothing
   */
  record OfNode(YamlNode from, Optional<YamlNode> to) implements Edit {

    @Override
    public String applied(Path file) {
      // Documents on one line each: the values are the same.
      return YamlSource.read(file).documents().stream()
          .map(document -> YamlText.of(changed(document).orElse(document)))
          .collect(Collectors.joining("\n---\n", "", "\n"));
    }

    private Optional<YamlNode> changed(YamlNode node) {
      if (node.getClass() == from.getClass() && node.position().equals(from.position())) {
        return to;
      }
      if (node instanceof YamlMapping mapping) {
        return Optional.of(
            new YamlMapping(
                mapping.position(),
                mapping.entries().stream()
                    .flatMap(
                        e ->
                            changed(e.value()).stream().map(v -> new YamlMapping.Entry(e.key(), v)))
                    .toList()));
      }
      if (node instanceof YamlSequence list) {
        List<YamlNode> items =
            list.items().stream().flatMap(item -> changed(item).stream()).toList();
        return Optional.of(list.withItems(items));
      }
      return Optional.of(node);
    }
  }

  /** A file that is not YAML gets another text. */
  record OfText(String text) implements Edit {
    @Override
    public String applied(Path file) {
      return text;
    }
  }
}
