package io.firedrill.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.verdict.Given;
import io.firedrill.model.Labels;
import io.firedrill.model.Timeline;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotMatchTest {

  @TempDir private Path directory;

  @Test
  void aSnapshotIsMissingThenWrittenThenHeldTo() {
    Path file = directory.resolve("approved/queue.snapshot");

    assertThat(SnapshotMatch.check(file, SnapshotMode.COMPARE, firingAt("10m")))
        .contains(
            "there is no snapshot %s\n  hint: run with -Dfiredrill.snapshots=update to write it; read it, and commit it"
                .formatted(file));
    assertThat(SnapshotMatch.check(file, SnapshotMode.UPDATE, firingAt("10m"))).isEmpty();
    assertThat(SnapshotMatch.check(file, SnapshotMode.COMPARE, firingAt("10m"))).isEmpty();
    assertThat(SnapshotMatch.check(file, SnapshotMode.COMPARE, firingAt("15m")))
        .contains(
            """
            the timeline differs from the approved one in %s
              approved (-), found (+):
                  5m  Ingestion  inactive -> pending
                - 10m  Ingestion  pending -> firing
                + 15m  Ingestion  pending -> firing
                  18m  Ingestion  firing -> inactive
              hint: if this is intended, run with -Dfiredrill.snapshots=update to approve it"""
                .formatted(file));
    assertThat(file)
        .content()
        .isEqualTo(
            """
            # Firedrill snapshot: approved timelines of tests. See firedrill test --update-snapshots

            === timeline
            5m  Ingestion  inactive -> pending
            10m  Ingestion  pending -> firing
            18m  Ingestion  firing -> inactive
            """);
  }

  private static Timeline firingAt(String time) {
    return Given.run()
        .alert(Labels.of("alertname", "Ingestion"), "5m", time, "18m")
        .observed()
        .timeline();
  }
}
