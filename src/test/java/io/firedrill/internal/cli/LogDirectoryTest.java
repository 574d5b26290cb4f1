package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogDirectoryTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private void show(LogDirectory logs) {
    logs.show(new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void isAccessibleOnlyToThisUser() throws IOException {
    LogDirectory logs = LogDirectory.of(Optional.empty());
    Path directory = logs.directory();
    try {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
          .isEqualTo("rwx------");
      assertThat(logs.directory()).isEqualTo(directory);
      assertThat(LogDirectory.of(Optional.empty()).directory().getFileName())
          .satisfies(other -> Files.delete(directory.resolveSibling(other)))
          .isNotEqualTo(directory.getFileName());
      show(logs);
      assertThat(out.toString()).as("nothing is in it").isEmpty();
      Files.writeString(directory.resolve("prometheus.log"), "");
      show(logs);
      assertThat(out).hasToString("the servers' logs of failed tests are in " + directory + "\n");
    } finally {
      Files.deleteIfExists(directory.resolve("prometheus.log"));
      Files.delete(directory);
    }
  }

  @Test
  void isNotCreatedBeforeItIsNeeded() {
    show(LogDirectory.temporary());

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void reportsLossesOnce(@TempDir Path named) {
    LogDirectory logs = LogDirectory.of(Optional.of(named.resolve("logs")));
    logs.lost("the servers' logs of a failed test are not kept: No space left on device");
    logs.lost("the servers' logs of a failed test are not kept: No space left on device");

    show(logs);

    assertThat(err)
        .hasToString(
            "firedrill: the servers' logs of a failed test are not kept: No space left on"
                + " device\n");
  }
}
