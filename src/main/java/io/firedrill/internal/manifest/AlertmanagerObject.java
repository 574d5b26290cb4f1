package io.firedrill.internal.manifest;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * The manifest of kind Alertmanager, which says what the operator does with the others.
 *
 * @param manifest the manifest
 * @param strategy which alerts an AlertmanagerConfig applies to
 */
record AlertmanagerObject(Manifest manifest, Optional<MatcherStrategy> strategy) {

  /** The kind of the manifests that teams write. */
  static final String CONFIG = "AlertmanagerConfig";

  private static final String KIND = "Alertmanager";

  /** The only one among manifests; empty if there is none. */
  static Optional<AlertmanagerObject> in(
      List<Manifest> manifests, OperatorSettings settings, Problems problems) {
    List<Manifest> all = manifests.stream().filter(m -> m.kind().equals(KIND)).toList();
    if (all.size() > 1) {
      problems.error(
          all.get(1).kindNode(),
          "there are several manifests of kind Alertmanager; a test has one Alertmanager");
    }
    return all.stream()
        .findFirst()
        .map(manifest -> new AlertmanagerObject(manifest, strategy(manifest, problems)));
  }

  private static Optional<MatcherStrategy> strategy(Manifest manifest, Problems problems) {
    Optional<YamlScalar> type =
        spec(manifest)
            .flatMap(spec -> Manifest.mapping(spec, "alertmanagerConfigMatcherStrategy"))
            .flatMap(strategy -> Manifest.text(strategy, "type"));
    Optional<MatcherStrategy> known = type.map(YamlScalar::text).flatMap(MatcherStrategy::of);
    if (type.isPresent() && known.isEmpty()) {
      problems.error(
          type.get(),
          "unknown strategy \"" + type.get().text() + "\"",
          Optional.of("expected one of: " + String.join(", ", MatcherStrategy.names())));
    }
    return known;
  }

  private static Optional<YamlMapping> spec(Manifest manifest) {
    return manifest.part("spec");
  }

  Optional<YamlMapping> spec() {
    return spec(manifest);
  }

  /** The name of the Secret with its configuration. */
  String secret() {
    return spec()
        .flatMap(spec -> Manifest.text(spec, "configSecret"))
        .map(YamlScalar::text)
        .filter(name -> !name.isEmpty())
        .orElse("alertmanager-" + manifest.name());
  }

  /** The AlertmanagerConfig that is its whole configuration, if it names one. */
  Optional<YamlScalar> global() {
    return spec()
        .flatMap(spec -> Manifest.mapping(spec, "alertmanagerConfiguration"))
        .flatMap(global -> Manifest.text(global, "name"));
  }
}
