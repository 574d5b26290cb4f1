package io.firedrill.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the YAML files that a user names. */
public final class YamlPaths {

  private YamlPaths() {}

  /**
   * The path itself if it is no directory, else the YAML files below it, sorted.
   *
   * @param what what is looked for, for the message: {@code scenario files}
   * @param wanted which of a directory's files
   * @throws InputException if it is a directory that has none, or cannot be searched
   */
  public static List<Path> at(Path path, String what, Predicate<Path> wanted) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> found =
          walk.filter(p -> p.toString().matches("(?s).*\\.ya?ml"))
              .filter(Files::isRegularFile)
              .filter(wanted)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw problem(path, "no " + what + " (*.yml, *.yaml) in this directory");
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      throw problem(path, "cannot search the directory: " + e.getMessage());
    }
  }

  private static InputException problem(Path directory, String message) {
    Position position = new Position(directory, 1, 1);
    return new InputException(
        List.of(new Problem(Severity.ERROR, position, message, "", 1, Optional.empty())));
  }
}
