package io.firedrill.internal.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
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
   * The path itself if it is not a directory, else the YAML files below it, sorted.
   *
   * @param what the kind of files, for messages: {@code scenario files}
   * @param wanted selects files of a directory
   * @throws InputException if it is a directory without such files, or cannot be searched
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
    } catch (UncheckedIOException e) {
      throw unsearchable(path, e.getCause());
    } catch (IOException e) {
      throw unsearchable(path, e);
    }
  }

  private static InputException unsearchable(Path path, IOException e) {
    Optional<String> below =
        e instanceof FileSystemException file
            ? Optional.ofNullable(file.getFile())
            : Optional.empty();
    return problem(
        below.map(Path::of).orElse(path), "cannot search the directory: " + InputFile.reason(e));
  }

  private static InputException problem(Path directory, String message) {
    Position position = new Position(directory, 1, 1);
    return new InputException(
        List.of(new Problem(Severity.ERROR, position, message, "", 1, Optional.empty())));
  }
}
