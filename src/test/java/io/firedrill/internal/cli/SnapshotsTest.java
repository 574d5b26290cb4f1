package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a snapshot, with real servers. */
class SnapshotsTest {

  private static final String SCENARIO =
      """
      rule_files: [rules.yml]
      alertmanager_config: routes.yml
      tests:
      - name: tells the data team
        input_series:
        - {series: 'queue_length{queue="a"}', steady: 200}
        run_for: 5m
        expect: snapshot
      """;

  // for: 2m, then group_wait: 30s.
  private static final String SNAPSHOT =
      """
      # Firedrill snapshot: approved timelines of tests. See firedrill test --update-snapshots

      === tells the data team
      0s  QueueFull{queue="a", team="data"}  inactive -> pending
      2m  QueueFull{queue="a", team="data"}  pending -> firing
      2m30s  webhook data-oncall  firing  {alertname="QueueFull"}
        firing QueueFull{queue="a", team="data"}
          summary: Queue a has 200 jobs
      """;

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli = Cli.in(directory);
    cli.write("rules.yml", Cli.RULES).write("routes.yml", Cli.ROUTES).write("a.yml", SCENARIO);
  }

  @Test
  void areReportedAsMissingThenWrittenThenCompared() throws IOException {
    assertThat(cli.test("DIR/a.yml", "--logs", "DIR/logs"))
        .isEqualTo(
            new Run(
                1,
                """
                SERVERS
                FAIL  DIR/a.yml:4  tells the data team
                      2m30s  webhook data-oncall  firing  {alertname="QueueFull"}  1 alert
                  DIR/a.yml:8:11: there is no snapshot of this test in DIR/a.snapshot
                    hint: firedrill test --update-snapshots DIR/a.yml writes it; read it, and commit it
                the servers' logs of failed tests are in DIR/logs
                0 passed, 1 failed
                """,
                ""));

    assertThat(cli.test("DIR/a.yml", "--update-snapshots").out())
        .endsWith("1 passed, 0 failed\nwrote DIR/a.snapshot\n");
    assertThat(Files.readString(directory.resolve("a.snapshot"))).isEqualTo(SNAPSHOT);
    assertThat(cli.test("DIR/a.yml").status()).isEqualTo(0);
    assertThat(cli.test("DIR/a.yml", "--update-snapshots").out()).endsWith("no snapshot changed\n");

    cli.write("rules.yml", Cli.RULES.replace("for: 2m", "for: 3m"));
    assertThat(cli.test("DIR/a.yml", "--logs", "DIR/logs").out())
        .contains(
            """
              DIR/a.yml:8:11: the timeline differs from the approved one in DIR/a.snapshot:3
                approved (-), found (+):
                    0s  QueueFull{queue="a", team="data"}  inactive -> pending
                  - 2m  QueueFull{queue="a", team="data"}  pending -> firing
                  - 2m30s  webhook data-oncall  firing  {alertname="QueueFull"}
                  + 3m  QueueFull{queue="a", team="data"}  pending -> firing
                  + 3m30s  webhook data-oncall  firing  {alertname="QueueFull"}
                      firing QueueFull{queue="a", team="data"}
                        summary: Queue a has 200 jobs
                hint: if this is intended, firedrill test --update-snapshots DIR/a.yml approves it
            """);
  }

  @Test
  void matchTheDocumentation() throws IOException {
    assertThat(Path.of("docs/snapshots.md")).content().contains(SCENARIO, SNAPSHOT);
  }

  @Test
  void ofTestsThatAreNotRunAreKept() throws IOException {
    cli.write(
        "a.yml",
        SCENARIO
            + """
            - name: stays empty
              run_for: 5m
              expect: snapshot
            """);
    cli.write("a.snapshot", SNAPSHOT.replace("2m30s", "9m") + "\n=== gone\nx\n");

    assertThat(cli.test("DIR/a.yml", "--update-snapshots", "--run", "empty").status()).isZero();

    assertThat(Files.readString(directory.resolve("a.snapshot")))
        .isEqualTo(
            SNAPSHOT
                .replace("=== tells", "=== stays empty\nno alert, no notification\n\n=== tells")
                .replace("2m30s", "9m"));
  }

  @Test
  void areNotUpdatedInCi() {
    Run run = Cli.in(directory).under(Map.of("CI", "true")).test("DIR/a.yml", "--update-snapshots");

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                "firedrill: snapshots are not updated in CI, where CI=true: update them on your"
                    + " machine, and commit what changed\n"));
  }
}
