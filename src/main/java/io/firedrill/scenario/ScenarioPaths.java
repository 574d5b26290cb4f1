package io.firedrill.scenario;

import io.firedrill.source.InputException;
import io.firedrill.source.Position;
import io.firedrill.source.Problem;
import io.firedrill.source.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds scenario files. */
public final class ScenarioPaths {

  private ScenarioPaths() {}

  /**
   * The path itself if it is no directory, else the YAML files below it, sorted.
   *
   * @throws InputException if it is a directory that has none, or cannot be searched
   */
  public static List<Path> at(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> found =
          walk.filter(p -> p.toString().matches("(?s).*\\.ya?ml"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw problem(path, "no scenario files (*.yml, *.yaml) in this directory");
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      throw problem(path, "cannot search the directory: " + e.getMessage());
    }
  }

  /**
   * The same for whatever matches a pattern.
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
