package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The values of keys in a configuration. */
final class Nodes {

  private Nodes() {}

  static Optional<YamlMapping> mapping(YamlMapping parent, String key) {
    return parent.get(key).filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }

  static Optional<YamlSequence> list(YamlMapping parent, String key) {
    return parent.get(key).filter(YamlSequence.class::isInstance).map(YamlSequence.class::cast);
  }

  /** The items of a list that are mappings. */
  static List<YamlMapping> mappings(YamlMapping parent, String key) {
    return list(parent, key).stream()
        .flatMap(list -> list.items().stream())
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .toList();
  }

  /** The items of a list that are text. */
  static List<YamlScalar> scalars(YamlMapping parent, String key) {
    return list(parent, key).stream()
        .flatMap(list -> list.items().stream())
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .toList();
  }

  static Optional<YamlScalar> scalar(YamlMapping parent, String key) {
    return parent
        .get(key)
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .filter(value -> !value.isNull());
  }

  static String text(YamlMapping parent, String key) {
    return scalar(parent, key).map(YamlScalar::text).orElse("");
  }

  static boolean isTrue(YamlMapping parent, String key) {
    return Stream.of("true", "yes", "on", "y")
        .anyMatch(yes -> yes.equalsIgnoreCase(text(parent, key)));
  }

  /** The mapping with a list that lacks one item; without the list, if it was the only one. */
  static YamlMapping withoutItem(YamlMapping parent, String key, YamlNode item) {
    List<YamlNode> rest = new ArrayList<>(list(parent, key).orElseThrow().items());
    rest.removeIf(other -> other == item);
    return rest.isEmpty()
        ? parent.without(key)
        : parent.with(key, list(parent, key).orElseThrow().withItems(rest));
  }

  /** The mapping with one item of a list replaced. */
  static YamlMapping withItem(YamlMapping parent, String key, YamlNode item, YamlNode by) {
    YamlSequence list = list(parent, key).orElseThrow();
    return parent.with(
        key,
        list.withItems(list.items().stream().map(other -> other == item ? by : other).toList()));
  }

  static Edit replaced(YamlMapping from, YamlMapping to) {
    return new Edit.OfNode(from, Optional.of(to));
  }

  static Edit removed(YamlNode node) {
    return new Edit.OfNode(node, Optional.empty());
  }
}
