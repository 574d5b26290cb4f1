package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoGlobTest {

  @TempDir private Path directory;

  @Test
  void endsForCircularLinks() throws IOException {
    for (int i = 0; i < 12; i++) {
      Files.createSymbolicLink(directory.resolve("link" + i), directory);
    }
    Path pattern = directory.resolve("*/*/*/*/*/*/*/*/*/*/*/*");

    assertThatThrownBy(() -> GoGlob.expand(pattern))
        .isInstanceOf(GoGlob.BadPatternException.class)
        .hasMessage("more than 10000 files match \"%s\"".formatted(directory.resolve("*/*/*/*")));
  }

  @Test
  void refusesATooDeepPattern() {
    assertThatThrownBy(() -> GoGlob.expand(Path.of("/*".repeat(3000))))
        .isInstanceOf(GoGlob.BadPatternException.class)
        .hasMessage("a pattern has at most 100 directories");
  }
}
