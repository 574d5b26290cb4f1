package io.firedrill.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitecturePageTest {

  private static final Path SOURCES = Path.of("src/main/java/io/firedrill");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");

  @Test
  void hasARowForEachPackage() throws IOException {
    List<String> rows =
        ROW.matcher(Files.readString(Path.of("docs/architecture.md")))
            .results()
            .map((MatchResult row) -> row.group(1))
            .toList();

    assertThat(rows).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(packages());
  }

  private static List<String> packages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(Files::isDirectory)
          .filter(ArchitecturePageTest::hasClasses)
          .map(directory -> SOURCES.relativize(directory).toString().replace('/', '.'))
          .toList();
    }
  }

  private static boolean hasClasses(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
