package io.firedrill.cli;

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

/** Finds the scenario files that the command line names. */
final class ScenarioPaths {

  private static final Path DEFAULT = Path.of("test-scenarios");

  private ScenarioPaths() {}

  /** The files themselves, and those in the directories, sorted by path. */
  static List<Path> find(List<Path> named) {
    List<Path> files = new ArrayList<>();
    for (Path path : named.isEmpty() ? List.of(DEFAULT) : named) {
      if (Files.isDirectory(path)) {
        files.addAll(in(path));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> in(Path directory) {
    try (Stream<Path> walk = Files.walk(directory)) {
      List<Path> found =
          walk.filter(p -> p.toString().matches(".*\\.ya?ml"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new InputException(
            List.of(
                new Problem(
                    Severity.ERROR,
                    new Position(directory, 1, 1),
                    "no scenario files (*.yml, *.yaml) in this directory",
                    "",
                    0,
                    Optional.empty())));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
