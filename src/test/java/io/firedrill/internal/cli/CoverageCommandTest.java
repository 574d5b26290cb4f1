package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coverage on the command line, with real servers. */
class CoverageCommandTest {

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli =
        Cli.in(directory)
            .write("rules.yml", Cli.RULES)
            .write("routes.yml", Cli.ROUTES)
            .write("rules-test.yml", Cli.RULES_TEST)
            .write("routes-test.yml", Cli.ROUTES_TEST)
            .write("none.yml", "exemptions: []\n");
  }

  @Test
  void isShownAfterTheTests() {
    Run run =
        cli.test("DIR/routes-test.yml", "--coverage", "--coverage-exemptions", "DIR/none.yml");

    assertThat(run.out())
        .endsWith(
            """
            1 passed, 0 failed
            coverage of 1 test
                                items  states   covered
              alerting rules        1       4    50.0 %
              recording rules       0       0         -
              routes                2       4   100.0 %
              receivers             2       2    50.0 %
              inhibition rules      0       0         -
              time intervals        0       0         -
              all                   5      10    70.0 %
            not covered:
              DIR/rules.yml:4  alerting rule QueueFull: never resolved, never quiet with samples
              DIR/routes.yml:9  receiver everybody: never notified
            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
  }

  @Test
  void ofSeveralRecordsIsMergedAndChecked() {
    String[] exempt = {"--coverage-exemptions", "DIR/exempt.yml"};
    cli.write(
        "exempt.yml",
        """
        exemptions:
        - {kind: receiver, name: everybody, reason: there is no other team}
        """);
    assertThat(record("rules").status()).isEqualTo(0);
    assertThat(record("routes").status()).isEqualTo(0);

    Run run =
        coverage("DIR/rules.json", "DIR/routes.json", "--min-coverage", "alerts=100,90", exempt);

    assertThat(run)
        .isEqualTo(
            new Run(
                1,
                """
                coverage of 3 tests
                                    items  states   covered
                  alerting rules        1       4    75.0 %
                  recording rules       0       0         -
                  routes                2       4   100.0 %
                  receivers             2       1   100.0 %
                  inhibition rules      0       0         -
                  time intervals        0       0         -
                  all                   5       9    88.8 %
                not covered:
                  DIR/rules.yml:4  alerting rule QueueFull: never resolved
                exempt:
                  DIR/routes.yml:9  receiver everybody: never notified (there is no other team)
                """,
                """
                firedrill: coverage of alerts is 75.0 %, less than 100 %
                firedrill: coverage is 88.8 %, less than 90 %
                """));
    assertThat(
            coverage("DIR/rules.json", "DIR/routes.json", "--min-coverage", "75", exempt).status())
        .isEqualTo(0);
    assertThat(coverage("DIR/rules.json", "DIR/routes.json", "--json", "", exempt).out())
        .contains("\"quiet\" : [ \"DIR/rules-test.yml:12  stays empty\" ]");
    assertThat(coverage("DIR/rules.json", "DIR/rules.json", "--min-coverage", "9", exempt).err())
        .isEqualTo(
            """
            DIR/exempt.yml:2:26: error: no receiver matches this exemption
                2 | - {kind: receiver, name: everybody, reason: there is no other team}
                  |                          ^^^^^^^^^
              hint: remove it if it is obsolete
            """);
  }

  @Test
  void isNotInTheStableResult() {
    assertThat(cli.test("DIR/rules-test.yml", "--json", "DIR/plain.json").status()).isEqualTo(0);

    assertThat(cli.run("coverage", directory.resolve("plain.json").toString()))
        .isEqualTo(
            new Run(
                2,
                "",
                "firedrill: DIR/plain.json contains no coverage; firedrill test --record writes it\n"));
  }

  private Run record(String name) {
    return cli.test("DIR/" + name + "-test.yml", "--coverage", "--record", "DIR/" + name + ".json");
  }

  private Run coverage(String first, String second, String option, String value, String[] exempt) {
    return cli.run(
        List.of("coverage", first, second, option, value, exempt[0], exempt[1]).stream()
            .filter(argument -> !argument.isEmpty())
            .map(argument -> argument.replace("DIR", directory.toString()))
            .toArray(String[]::new));
  }

  /** Enough scenarios of the pack to notify every receiver. */
  @Test
  void failsWhenAScenarioIsDeleted() throws IOException {
    copy("rules", "alertmanager.yml", "alertmanager_rules.yaml", "watchdog.yaml");
    copy(
        "test-scenarios/ml",
        "absence.yml",
        "availability.yml",
        "catch-all.yml",
        "ingestion.yml",
        "watchdog.yml",
        "healthy.series",
        "other-team.rules");

    assertThat(gatedPack().status()).isEqualTo(0);
    Files.delete(directory.resolve("test-scenarios/ml/catch-all.yml"));
    Run run = gatedPack();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo("firedrill: coverage of receivers is 90.9 %, less than 100 %\n");
    assertThat(run.out())
        .contains("\n  DIR/rules/alertmanager.yml:126  receiver mlops-email: never notified\n");
  }

  private Run gatedPack() {
    return cli.test(
        "DIR/test-scenarios/ml",
        "--run",
        "mailed to everybody|notifies its receiver every|absent metrics notify"
            + "|pages the trading desk$|for the sentiment API|one page although",
        "--jobs",
        "auto",
        "--min-coverage",
        "receivers=100",
        "--coverage-exemptions",
        "DIR/none.yml");
  }

  private void copy(String from, String... names) throws IOException {
    Files.createDirectories(directory.resolve(from));
    for (String name : names) {
      Files.copy(Path.of(from, name), directory.resolve(from).resolve(name));
    }
  }
}
