package io.firedrill.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemporaryFilesTest {

  @Test
  void areCreatedInTmpdir() {
    assertThat(TemporaryFiles.place("/tmp", Map.of("TMPDIR", "/scratch"))).hasToString("/scratch");
    assertThat(TemporaryFiles.place("/tmp", Map.of("TMPDIR", ""))).hasToString("/tmp");
    assertThat(TemporaryFiles.place("/tmp", Map.of())).hasToString("/tmp");
    assertThat(TemporaryFiles.place("/set", Map.of("TMPDIR", "/scratch")))
        .as("a property that somebody has set")
        .hasToString("/set");
  }

  @Test
  void areAccessibleOnlyToTheirUser() throws IOException {
    Path directory = TemporaryFiles.directory("firedrill-test-");
    Path file = TemporaryFiles.file("firedrill-test-", ".txt");
    try {
      assertThat(permissions(directory)).isEqualTo("rwx------");
      assertThat(permissions(file)).isEqualTo("rw-------");
    } finally {
      Files.delete(directory);
      Files.delete(file);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
