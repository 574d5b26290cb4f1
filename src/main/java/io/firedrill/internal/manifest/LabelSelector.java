package io.firedrill.internal.manifest;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A selector of Kubernetes: {@code matchLabels} and {@code matchExpressions}. An empty one matches
 * everything, and a missing one nothing.
 */
record LabelSelector(Optional<YamlMapping> node) {

  static LabelSelector of(Optional<YamlMapping> parent, String key) {
    return new LabelSelector(parent.flatMap(p -> Manifest.mapping(p, key)));
  }

  boolean isMissing() {
    return node.isEmpty();
  }

  boolean matches(Map<String, String> labels) {
    return node.isPresent() && requirements().allMatch(r -> r.holds(labels));
  }

  /**
   * Whether it matches as far as labels are known.
   *
   * @param complete whether the object has no other labels
   */
  boolean couldMatch(Map<String, String> labels, boolean complete) {
    return requirements()
        .filter(r -> complete || labels.containsKey(r.key()))
        .allMatch(r -> r.holds(labels));
  }

  private record Requirement(String key, String operator, List<String> values) {

    boolean holds(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        case "DoesNotExist" -> value == null;
        default -> false;
      };
    }
  }

  private Stream<Requirement> requirements() {
    Stream<Requirement> labels =
        node.flatMap(n -> Manifest.mapping(n, "matchLabels")).stream()
            .flatMap(m -> m.entries().stream())
            .map(e -> new Requirement(e.key().text(), "In", List.of(e.value().toString())));
    Stream<Requirement> expressions =
        node.flatMap(n -> n.get("matchExpressions")).stream()
            .flatMap(list -> Nodes.items(list).stream())
            .map(e -> new Requirement(text(e, "key"), text(e, "operator"), texts(e)));
    return Stream.concat(labels, expressions);
  }

  private static List<String> texts(YamlNode expression) {
    return expression instanceof YamlMapping mapping
        ? mapping.get("values").map(Nodes::items).orElse(List.of()).stream()
            .map(Object::toString)
            .toList()
        : List.of();
  }

  private static String text(YamlNode node, String key) {
    return Manifest.text(node, key).map(YamlScalar::text).orElse("");
  }
}
