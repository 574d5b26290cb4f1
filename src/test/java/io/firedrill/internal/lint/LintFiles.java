package io.firedrill.internal.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes files to a directory and checks them. */
final class LintFiles {

  private final Path directory;
  private final List<Path> files = new ArrayList<>();
  private Map<String, Path> runbooks = Map.of();

  LintFiles(Path directory) {
    this.directory = directory;
  }

  LintFiles write(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      if (name.endsWith(".yml")) {
        files.add(file);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LintFiles runbooks(String url, String directory) {
    runbooks = Map.of(url, Path.of(directory));
    return this;
  }

  /** Rules of one group, each without indentation: {@code - alert: ...}. */
  LintFiles rules(String rules) {
    return write("rules.yml", "groups:\n- name: g\n  rules:\n" + rules.indent(2));
  }

  LintResult result() {
    return new Lint(new Runbooks(directory, runbooks)).check(files);
  }

  /** The findings of one check, as printed. */
  String found(String check) {
    return result().findings().stream()
        .filter(finding -> finding.check().equals(check))
        .map(finding -> finding.problem().render().replace(directory + "/", "") + "\n")
        .collect(Collectors.joining("\n"));
  }
}
