package io.firedrill.internal.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rule files for tests. */
final class RuleFiles {

  private RuleFiles() {}

  static List<RuleGroup> read(Path directory, String yaml) {
    return read(directory, "rules.yml", yaml);
  }

  static List<RuleGroup> read(Path directory, String name, String yaml) {
    try {
      return RuleFile.read(Files.writeString(directory.resolve(name), yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message as if the files were named without their directory. */
  static String relative(Throwable error, Path directory) {
    return error.getMessage().replace(directory + "/", "");
  }
}
