package io.firedrill.internal.manifest;

import java.util.Set;

/** What a manifest contains. */
public final class ManifestContent {

  private static final Set<String> RULES = Set.of("PrometheusRule", "VMRule");

  private ManifestContent() {}

  /** Whether it contains rules. */
  public static boolean hasRules(Manifest manifest) {
    return RULES.contains(manifest.kind())
        || ManifestData.isIn(manifest) && !ManifestData.rules(manifest).isEmpty();
  }

  /** Whether it contains routes. */
  public static boolean hasRoutes(Manifest manifest) {
    return manifest.kind().equals(AlertmanagerObject.CONFIG)
        || ManifestData.isIn(manifest)
            && ManifestData.files(manifest).entrySet().stream()
                .anyMatch(e -> ManifestData.isConfiguration(e.getKey(), e.getValue().text()));
  }
}
