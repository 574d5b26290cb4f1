package io.firedrill.internal.manifest;

import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Kubernetes manifest.
 *
 * @param node its YAML
 * @param kindNode the value of {@code kind}; for an item of a typed list, that of the list
 * @param kind its kind: {@code PrometheusRule}
 */
public record Manifest(YamlMapping node, YamlScalar kindNode, String kind) {

  /** Reads a document or an item; empty if it has no {@code kind}. */
  static Optional<Manifest> of(YamlNode node) {
    return text(node, "kind").map(kind -> new Manifest((YamlMapping) node, kind, kind.text()));
  }

  /** The API group and version: {@code monitoring.coreos.com/v1}; may be empty. */
  public String apiVersion() {
    return text(node, "apiVersion").map(YamlScalar::text).orElse("");
  }

  /** Its name; may be empty. */
  public String name() {
    return metadata("name").map(YamlScalar::text).orElse("");
  }

  /** Its namespace, if it states one. */
  public Optional<String> namespace() {
    return metadata("namespace").map(YamlScalar::text);
  }

  /** Its labels. */
  Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    if (mapping(node, "metadata").flatMap(m -> m.get("labels")).orElse(null)
        instanceof YamlMapping own) {
      own.entries()
          .forEach(
              e -> {
                if (e.value() instanceof YamlScalar value) {
                  labels.put(e.key().text(), value.text());
                }
              });
    }
    return labels;
  }

  /** A part of it, such as {@code spec} or {@code data}, if that is a mapping. */
  public Optional<YamlMapping> part(String key) {
    return mapping(node, key);
  }

  private Optional<YamlScalar> metadata(String key) {
    return mapping(node, "metadata").flatMap(metadata -> text(metadata, key));
  }

  static Optional<YamlMapping> mapping(YamlNode node, String key) {
    return node instanceof YamlMapping mapping
        ? mapping.get(key).filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast)
        : Optional.empty();
  }

  static Optional<YamlScalar> text(YamlNode node, String key) {
    return node instanceof YamlMapping mapping
        ? mapping
            .get(key)
            .filter(v -> v instanceof YamlScalar && !v.isNull())
            .map(YamlScalar.class::cast)
        : Optional.empty();
  }
}
