package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.SnapshotExpectation.Use;
import io.firedrill.internal.snapshot.SnapshotFile;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.source.Trust;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReaderTest {

  private static final String TEST =
      """
      tests:
      - name: fills
        run_for: 5m
        expect: snapshot
      """;

  @TempDir Path directory;

  private ScenarioFiles files;

  @BeforeEach
  void files() {
    files = new ScenarioFiles(directory);
  }

  @Test
  void findsApprovedSnapshots() {
    approve("fills", "0s  Full  inactive -> pending");

    SnapshotExpectation snapshot = files.read(TEST).scenarios().get(0).snapshot().orElseThrow();

    assertThat(snapshot.file()).isEqualTo(directory.resolve("drill.snapshot"));
    assertThat(snapshot.position().line()).isEqualTo(4);
    assertThat(snapshot.use()).isEqualTo(Use.HELD);
    assertThat(snapshot.approved().orElseThrow().lines())
        .containsExactly("0s  Full  inactive -> pending");
    assertThat(files.read(TEST).usesFiredrillKeys()).isTrue();
  }

  @Test
  void allowsMissingSnapshots() {
    assertThat(files.read(TEST).scenarios().get(0).snapshot().orElseThrow().approved()).isEmpty();
  }

  @Test
  void doesNotReadSnapshotsToBeUpdated() {
    approve("another", "x");
    files.write("drill.yaml", TEST);

    SnapshotExpectation snapshot =
        ScenarioText.read(directory.resolve("drill.yaml"), Trust.FULL)
            .file(SnapshotMode.UPDATE)
            .scenarios()
            .get(0)
            .snapshot()
            .orElseThrow();

    assertThat(snapshot.use()).isEqualTo(Use.UPDATED);
    assertThat(snapshot.update(List.of("2m  Full  pending -> firing"))).isTrue();
    assertThat(SnapshotFile.read(directory.resolve("drill.snapshot")).sections())
        .as("without the section of a test that is no more")
        .containsOnlyKeys("fills");
  }

  @Test
  void suggestsTheWord() {
    files.assertError(
        TEST.replace("snapshot", "snaphot"),
        """
        drill.yaml:4:11: error: expected snapshot for "expect", found "snaphot"
            4 |   expect: snaphot
              |           ^^^^^^^
          hint: did you mean "snapshot"?
        """);
  }

  @Test
  void requiresAName() {
    files.assertError(
        TEST.replace("- name: fills\n  run", "- run"),
        """
        drill.yaml:3:11: error: a test with a snapshot needs a name
            3 |   expect: snapshot
              |           ^^^^^^^^
          hint: add name: ... to the test
        """);
  }

  @Test
  void requiresAUniqueName() {
    files.assertError(
        TEST + TEST.replace("tests:\n", ""),
        """
        drill.yaml:7:11: error: another test with a snapshot has this name: see line 4
            7 |   expect: snapshot
              |           ^^^^^^^^
        """);
  }

  @Test
  void requiresALength() {
    files.assertError(
        TEST.replace("  run_for: 5m\n", ""),
        """
        drill.yaml:3:11: error: "run_for" is missing in a test with a snapshot
            3 |   expect: snapshot
              |           ^^^^^^^^
          hint: run_for: 2h sets how much of the timeline is approved
        """);
  }

  @Test
  void refusesRandomTimelines() {
    files.write("routes.yml", "");
    files.assertError(
        "alertmanager_config: routes.yml\n"
            + TEST
            + "  actions: [{at: 1m, fail_receiver: {receiver: team, status: 503, duration: 1m}}]\n",
        """
        drill.yaml:5:11: error: a test in which a receiver fails cannot have a snapshot: the times of Alertmanager's\
         retries are random
            5 |   expect: snapshot
              |           ^^^^^^^^
          hint: expect notifications in a notification_test, from and to
        """);
  }

  @Test
  void reportsASectionWithoutATest() {
    approve("filled", "0s  Full  inactive -> pending");

    files.assertError(
        TEST,
        """
        drill.snapshot:3:1: error: drill.yaml has no test "filled" with expect: snapshot
            3 | === filled
              | ^^^^^^^^^^
          hint: did you mean "fills"?
        """);
    files.assertError(
        TEST.replace("  expect: snapshot\n", ""),
        """
        drill.snapshot:3:1: error: drill.yaml has no test "filled" with expect: snapshot
            3 | === filled
              | ^^^^^^^^^^
          hint: delete the file, or write expect: snapshot
        """);
  }

  @Test
  void ignoresOtherFilesWithThisName() {
    files.write("drill.snapshot", "something else\n");

    assertThat(files.read(TEST.replace("  expect: snapshot\n", "")).scenarios()).hasSize(1);
  }

  private void approve(String test, String line) {
    SnapshotFile.read(directory.resolve("drill.snapshot")).with(test, List.of(line)).write();
  }
}
