package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Expands {@code rule_files}. A pattern without a match is an error: nothing would be tested. */
final class RuleFiles {

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

  /** The files that match an entry; reports an error if there are none. */
  List<Path> expand(YamlScalar scalar) {
    return reading.testedPath(scalar).map(path -> expand(scalar, path)).orElse(List.of());
  }

  private List<Path> expand(YamlScalar scalar, Path path) {
    try {
      return NamedFiles.at(path, scalar.text()).stream()
          .flatMap(file -> reading.allowed(scalar, file).stream())
          .toList();
    } catch (NamedFiles.NotFoundException e) {
      if (!reading.mayLack(path)) {
        reading.problems().error(scalar, e.getMessage(), e.hint());
      }
      return List.of();
    }
  }
}
