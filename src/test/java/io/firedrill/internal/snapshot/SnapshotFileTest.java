package io.firedrill.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

  private static final String TEXT =
      """
      # Firedrill snapshot: approved timelines of tests. See firedrill test --update-snapshots

      === a queue fills
      0s  Full  inactive -> pending
      2m  Full  pending -> firing

      === a queue stays empty
      no alert, no notification
      """;

  @TempDir private Path directory;

  @Test
  void isBesideItsScenarioFile() {
    assertThat(SnapshotFile.beside(Path.of("a/queue.test.yml")))
        .isEqualTo(Path.of("a/queue.test.snapshot"));
    assertThat(SnapshotFile.beside(Path.of("queue.yaml"))).isEqualTo(Path.of("queue.snapshot"));
  }

  @Test
  void hasASectionForEachTestSortedByName() throws IOException {
    Path path = directory.resolve("queue.snapshot");
    SnapshotFile file =
        SnapshotFile.read(path)
            .with("a queue stays empty", List.of("no alert, no notification"))
            .with("gone", List.of("x"))
            .with("a queue fills", List.of("old"))
            .with(
                "a queue fills",
                List.of("0s  Full  inactive -> pending", "2m  Full  pending -> firing"))
            .retaining(Set.of("a queue fills", "a queue stays empty"));

    assertThat(file.write()).isTrue();
    assertThat(file.write()).as("once more").isFalse();
    assertThat(Files.readString(path)).isEqualTo(TEXT);
    SnapshotFile.Section second = SnapshotFile.read(path).sections().get("a queue stays empty");
    assertThat(second.line()).isEqualTo(7);
    assertThat(second.lines()).containsExactly("no alert, no notification");
  }

  @Test
  void acceptsAllLineEnds() throws IOException {
    Path path = directory.resolve("queue.snapshot");
    Files.writeString(path, TEXT.replace("\n", "  \r\n") + "\r\n\r\n");

    assertThat(SnapshotFile.read(path).sections().get("a queue fills").lines())
        .containsExactly("0s  Full  inactive -> pending", "2m  Full  pending -> firing");
  }

  @Test
  void refusesOtherFiles() throws IOException {
    assertRefused(
        "Full fires\n",
        """
        1:1: error: this is not a snapshot: expected "# Firedrill snapshot" first
            1 | Full fires
              | ^^^^^^^^^^
          hint: rewrite the file with --update-snapshots""");
    assertRefused(
        "",
        """
        1:1: error: this is not a snapshot: expected "# Firedrill snapshot" first
          hint: rewrite the file with --update-snapshots""");
    assertRefused(
        TEXT.replace("=== a queue fills", "== a queue fills"),
        """
        3:1: error: expected "=== " and a test's name
            3 | == a queue fills
              | ^^^^^^^^^^^^^^^^
          hint: rewrite the file with --update-snapshots""");
    assertRefused(
        TEXT.replace("stays empty", "fills"),
        """
        7:1: error: "a queue fills" has a section in line 3
            7 | === a queue fills
              | ^^^^^^^^^^^^^^^^^
          hint: rewrite the file with --update-snapshots""");
  }

  private void assertRefused(String text, String message) throws IOException {
    Path path = Files.writeString(directory.resolve("queue.snapshot"), text);

    assertThatThrownBy(() -> SnapshotFile.read(path))
        .isInstanceOf(InputException.class)
        .hasMessage(path + ":" + message);
  }
}
