package io.firedrill.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The suite's test files, and what is known about them. */
final class CompatFiles {

  static final Path ROOT = Path.of("src/test/resources/io/firedrill/compat");

  private CompatFiles() {}

  /** All test files, sorted. */
  static List<Path> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(f -> f.toString().endsWith(".test.yml")).sorted().toList();
    }
  }
}
