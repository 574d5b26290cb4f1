package io.firedrill.internal.scenario;

import io.firedrill.internal.settings.ProjectSettings;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlPaths;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds scenario files. */
public final class ScenarioPaths {

  /** The keys that identify rule files, their Kubernetes manifests, and routes. */
  private static final List<String> OF_OTHER_KINDS =
      List.of("groups", "apiVersion", "route", "scrape_configs");

  private ScenarioPaths() {}

  /**
   * The path itself if it is not a directory, otherwise the YAML files below it, sorted, without
   * rule files, configurations of Prometheus and Alertmanager, and settings of projects.
   *
   * @throws InputException if it is a directory without scenario files, or cannot be searched
   */
  public static List<Path> at(Path path) {
    return YamlPaths.at(path, "scenario files", file -> !isAnotherKind(file));
  }

  /** Includes unreadable files, so that their errors are reported. */
  private static boolean isAnotherKind(Path file) {
    if (ProjectSettings.isNamed(file)) {
      return true;
    }
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

  /**
   * The same for all files that match a pattern.
   *
   * @throws InputException also if nothing matches
   */
  public static List<Path> matching(Path pattern) {
    List<Path> found = new ArrayList<>();
    try {
      NamedFiles.matching(pattern).forEach(path -> found.addAll(at(path)));
    } catch (NamedFiles.NotFoundException e) {
      throw problem(pattern, e.getMessage());
    }
    if (found.isEmpty()) {
      Optional<String> hint = NamedFiles.nearest(pattern, pattern.toString());
      throw problem(pattern, "there are no such files", hint);
    }
    return found;
  }

  private static InputException problem(Path path, String message) {
    return problem(path, message, Optional.empty());
  }

  private static InputException problem(Path path, String message, Optional<String> hint) {
    Position position = new Position(path, 1, 1);
    return new InputException(List.of(new Problem(Severity.ERROR, position, message, "", 1, hint)));
  }
}
