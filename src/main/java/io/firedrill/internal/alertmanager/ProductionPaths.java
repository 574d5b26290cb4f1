package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of production machines are in the repository: the file {@code
 * .firedrill-paths.yml} in the directory of a configuration, or the nearest one above it.
 *
 * <pre>{@code
 * /etc/alertmanager/templates: deploy/alertmanager/templates
 * }</pre>
 */
final class ProductionPaths {

  private static final String FILE = ".firedrill-paths.yml";

  private final Map<Path, Path> places;

  private ProductionPaths(Map<Path, Path> places) {
    this.places = Map.copyOf(places);
  }

  /**
   * The places that hold for the files of a directory.
   *
   * @throws InputException if the file with them cannot be read
   */
  static ProductionPaths of(Path directory, Trust trust) {
    for (Path above = directory; above != null; above = above.getParent()) {
      Path file = above.resolve(FILE);
      if (trust.refusal(file).isEmpty()
          && Files.isRegularFile(file)
          && isOfSameOwner(file, directory)) {
        return read(file, above);
      }
    }
    return new ProductionPaths(Map.of());
  }

  /** Above a directory in {@code /tmp} there may be files of other users. */
  private static boolean isOfSameOwner(Path file, Path directory) {
    try {
      return Files.getOwner(file).equals(Files.getOwner(directory));
    } catch (IOException e) {
      return false;
    }
  }

  private static ProductionPaths read(Path file, Path directory) {
    YamlSource source = YamlSource.read(file);
    Problems problems = new Problems(source);
    Map<Path, Path> places = new HashMap<>();
    YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
    if (root instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        Path key = Path.of(entry.key().text());
        if (!key.isAbsolute()) {
          problems.error(entry.key(), "expected the absolute path of a directory in production");
        } else if (entry.value() instanceof YamlScalar place && !place.isNull()) {
          places.put(key.normalize(), directory.resolve(place.text()).normalize());
        } else {
          problems.error(entry.value(), "expected a directory, found " + entry.value().kind());
        }
      }
    } else if (!root.isNull()) {
      problems.error(root, "expected a mapping of directories, found " + root.kind());
    }
    problems.throwIfErrors();
    return new ProductionPaths(places);
  }

  /** Where a file or a pattern of files is; the longest directory that contains it decides. */
  Path locate(Path path) {
    Path plain = path.normalize();
    for (Path above = plain; above != null; above = above.getParent()) {
      if (places.containsKey(above)) {
        return places.get(above).resolve(above.relativize(plain).toString()).normalize();
      }
    }
    return path;
  }

  /** How to say where the files are, for a path that is absolute. */
  static Optional<String> hint(String written) {
    Path path = Path.of(written);
    return path.isAbsolute() && path.getParent() != null
        ? Optional.of(
            "a line \""
                + path.getParent()
                + ": DIRECTORY\" in "
                + FILE
                + " says where they are here")
        : Optional.empty();
  }
}
