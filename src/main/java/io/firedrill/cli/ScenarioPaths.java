package io.firedrill.cli;

import io.firedrill.source.InputException;
import io.firedrill.source.YamlMapping;
import io.firedrill.source.YamlSource;
import java.nio.file.Path;
import java.util.List;

/** Finds the scenario files that the command line names. */
final class ScenarioPaths {

  /** The keys that tell rule files, their Kubernetes manifests, and routes. */
  private static final List<String> OF_OTHER_KINDS = List.of("groups", "apiVersion", "route");

  private ScenarioPaths() {}

  /**
   * The path itself if it is no directory, else the YAML files below it, sorted; but not the rule
   * files and Alertmanager configurations that lie beside scenarios.
   *
   * @throws InputException if it is a directory that has none, or cannot be searched
   */
  static List<Path> at(Path path) {
    return YamlPaths.at(path, "scenario files", file -> !isAnotherKind(file));
  }

  /** What cannot be read is no reason to leave a file out: its error is reported. */
  private static boolean isAnotherKind(Path file) {
    try {
      return YamlSource.read(file).documents().stream()
          .findFirst()
          .filter(YamlMapping.class::isInstance)
          .map(YamlMapping.class::cast)
          .filter(root -> root.get("tests").isEmpty())
          .filter(root -> OF_OTHER_KINDS.stream().anyMatch(key -> root.get(key).isPresent()))
          .isPresent();
    } catch (InputException e) {
      return false;
    }
  }
}
