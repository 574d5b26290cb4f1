package io.firedrill.internal.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a test says about the Prometheus operator that would read its manifests.
 *
 * @param namespace the namespace of manifests that state none; without it, they must state one
 *     where it matters
 * @param strategy which alerts an AlertmanagerConfig applies to; empty = as the Alertmanager
 *     manifest says, or the operator's default
 * @param alertmanagerNamespace the namespace of Alertmanager
 * @param enforcedNamespaceLabel the label that rules and the selectors of their expressions get;
 *     empty = as the Prometheus manifest says, or none
 * @param alertmanagerConfigs files with more manifests for the configuration of Alertmanager
 */
public record OperatorSettings(
    Optional<String> namespace,
    Optional<MatcherStrategy> strategy,
    Optional<String> alertmanagerNamespace,
    Optional<String> enforcedNamespaceLabel,
    List<Path> alertmanagerConfigs) {

  /** Nothing is said. */
  public static final OperatorSettings NONE =
      new OperatorSettings(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public OperatorSettings {
    alertmanagerConfigs = List.copyOf(alertmanagerConfigs);
  }

  /** The namespace of a manifest; empty if nobody says. */
  Optional<String> namespaceOf(Manifest manifest) {
    return manifest.namespace().or(() -> namespace);
  }
}
