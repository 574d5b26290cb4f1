package io.firedrill.internal.source;

import io.firedrill.internal.source.ConfigurationKeys.Below;
import java.util.Optional;
import java.util.Set;

/** Kinds of Kubernetes manifests, and which of their values may be shown. */
final class ManifestKind {

  private static final Set<String> WITHOUT_SECRETS =
      Set.of("PrometheusRule", "VMRule", "Namespace");

  private ManifestKind() {}

  /** The kind of a manifest; empty for other mappings. */
  static Optional<String> of(YamlMapping mapping) {
    return mapping.get("apiVersion").isPresent()
            && mapping.get("kind").orElse(null) instanceof YamlScalar kind
            && !kind.isNull()
        ? Optional.of(kind.text())
        : Optional.empty();
  }

  static Below below(String kind, String key) {
    boolean shown =
        key.equals("kind")
            || key.equals("apiVersion")
            || key.equals("spec")
                && (WITHOUT_SECRETS.contains(kind)
                    || kind.endsWith("List")
                        && WITHOUT_SECRETS.contains(kind.substring(0, kind.length() - 4)));
    if (shown) {
      return Below.SHOWN;
    }
    return key.equals("spec") || key.equals("items") ? Below.SECTION : Below.HIDDEN;
  }
}
