package io.firedrill.scenario;

import io.firedrill.source.Fields;
import io.firedrill.source.GoGlob;
import io.firedrill.source.Located;
import io.firedrill.source.Suggestions;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Expands {@code rule_files}. A pattern without a match is an error: nothing would be tested. */
final class RuleFiles {

  /** How many files of a directory are looked at for a suggestion. */
  private static final int LOOKED_AT = 1000;

  private final Reading reading;

  RuleFiles(Reading reading) {
    this.reading = reading;
  }

  List<Located<Path>> read(Fields fields) {
    List<Located<Path>> files = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (YamlNode item : fields.items("rule_files")) {
      fields
          .scalar(item, "a rule file")
          .ifPresent(
              scalar ->
                  expand(scalar).stream()
                      .filter(seen::add)
                      .forEach(path -> files.add(new Located<>(path, scalar.position()))));
    }
    return files;
  }

  private List<Path> expand(YamlScalar scalar) {
    return reading.path(scalar).map(path -> expand(scalar, path)).orElse(List.of());
  }

  private List<Path> expand(YamlScalar scalar, Path path) {
    try {
      List<Path> found = GoGlob.expand(path);
      if (found.isEmpty()) {
        boolean pattern = GoGlob.isPattern(scalar.text());
        String message = pattern ? "no file matches \"" : "there is no file \"";
        reading.problems().error(scalar, message + path + "\"", nearestFile(path, scalar.text()));
      }
      Optional<Path> directory = found.stream().filter(Files::isDirectory).findFirst();
      if (directory.isPresent()) {
        reading.problems().error(scalar, "\"" + directory.get() + "\" is a directory");
        return List.of();
      }
      return found;
    } catch (GoGlob.BadPatternException e) {
      reading.problems().error(scalar, e.getMessage());
      return List.of();
    }
  }

  /** Suggests a file of the same directory, in the words of who wrote the path. */
  static Optional<String> nearestFile(Path missing, String written) {
    Path directory = Optional.ofNullable(missing.getParent()).orElse(Path.of(""));
    if (missing.getFileName() == null) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<String> names = files.limit(LOOKED_AT).map(f -> f.getFileName().toString()).toList();
      int end = written.lastIndexOf('/') + 1;
      return Suggestions.nearest(missing.getFileName().toString(), names)
          .map(name -> "did you mean \"" + written.substring(0, end) + name + "\"?");
    } catch (IOException e) {
      return Optional.of("there is no directory \"" + directory + "\" either");
    }
  }
}
