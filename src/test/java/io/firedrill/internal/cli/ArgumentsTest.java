package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.rig.choice.RigFactories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that are found before servers start. */
class ArgumentsTest {

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli =
        Cli.with(
            directory,
            (request, progress) -> {
              throw new AssertionError("no servers are needed");
            });
    cli.write("rules.yml", Cli.RULES).write("test.yml", Cli.RULES_TEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --jsn x        | unknown option "--jsn": did you mean "--json"?
          --qqqqqq       | unknown option "--qqqqqq"
          --jobs 0       | Invalid value for option '--jobs': expected auto, or a number from 1 to 999: 0
          --jobs many    | Invalid value for option '--jobs': expected auto, or a number from 1 to 999: many
          --run (        | Invalid value for option '--run' (REGEX): not a regular expression: (: missing closing )
          --shard 2      | Invalid value for option '--shard': expected auto, or a part like 2/5: 2
          --shard 3/2    | Invalid value for option '--shard': there are only 2 parts: 3/2
          --min-coverage ruls=1 | Invalid value for option '--min-coverage': there is no coverage of "ruls": did you mean "rules"?
          --timeout 0s   | Invalid value for option '--timeout': expected a duration such as 30s or 1m: 0s
          --fork maybe   | Invalid value for option '--fork': expected on or off: maybe
          --backend sun  | Invalid value for option '--backend': expected auto, docker or local: sun
          --json         | Missing required parameter for option '--json' (FILE)
          """)
  void refusesOptions(String arguments, String message) {
    Run run = cli.test(arguments.split(" "));

    assertThat(run.err()).startsWith("firedrill: " + message + "\n");
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void requiresALogDirectoryThatCanBeCreated() {
    cli = Cli.in(directory).write("rules.yml", Cli.RULES);

    assertThat(cli.test("DIR/test.yml", "--logs", "DIR/rules.yml/logs"))
        .isEqualTo(
            new Run(
                2,
                "SERVERS\n",
                "firedrill: cannot keep logs in DIR/rules.yml/logs: DIR/rules.yml is a file\n"));
  }

  @Test
  void reportsThatNoTestIsSelected() {
    assertThat(cli.test("DIR/test.yml", "--run", "overflow", "--run", "^empty"))
        .isEqualTo(
            new Run(
                2,
                "",
                "firedrill: --run overflow or ^empty matches no test's name in DIR/test.yml\n"));
  }

  @Test
  void reportsThatThereAreNoTests() {
    cli.write("none.yml", "rule_files: [rules.yml]\n");

    assertThat(cli.test("DIR/none.yml"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                DIR/none.yml:1:1: warning: the file has no tests
                    1 | rule_files: [rules.yml]
                      | ^

                firedrill: there are no tests in DIR/none.yml
                """));
  }

  @Test
  void reportsTheProblemsOfAllFilesAtOnce() throws Exception {
    cli.write("rules.yml", Cli.RULES.replace("for: 2m", "for: soon"));
    cli.write("other.yml", "test: []\n").write("third.yml", Cli.RULES_TEST);
    Files.createDirectory(directory.resolve("empty"));

    assertThat(
            cli.test("DIR/test.yml", "DIR/other.yml", "DIR/third.yml", "DIR/empty", "DIR/no.yml"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                DIR/rules.yml:6:10: error: expected a duration for "for", found "soon"
                    6 |     for: soon
                      |          ^^^^
                  hint: write it as 15m30s, 1h or 1d

                DIR/other.yml:1:1: error: unknown key "test" in a scenario file
                    1 | test: []
                      | ^^^^
                  hint: did you mean "tests"?

                DIR/empty:1:1: error: no scenario files (*.yml, *.yaml) in this directory

                DIR/no.yml:1:1: error: cannot read the file: it does not exist

                firedrill: 5 of 5 files cannot be used, so nothing was run
                """));
  }

  @Test
  void reportsWhyThereAreNoServers() {
    Map<String, String> environment =
        Map.of("PATH", "", "XDG_CACHE_HOME", directory.resolve("cache").toString());
    Cli offline =
        Cli.with(
            directory,
            (choice, progress) -> {
              RigFactories.of(environment, progress).choose(choice);
              throw new AssertionError("found");
            });

    Run run = offline.test("DIR/test.yml", "--prometheus", directory + "/bin/prometheus");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("firedrill: DIR/bin/prometheus")
        .contains("\nWays out:\n- install both servers");
  }

  @Test
  void printsNoStackTraceOfABug() throws Exception {
    Run run = cli.test("DIR/test.yml");

    assertThat(run.status()).isEqualTo(70);
    assertThat(run.err())
        .matches(
            "firedrill: this is a bug in Firedrill, please report it:"
                + " java.lang.AssertionError: no servers are needed"
                + " \\(stack trace in \\S+\\)\n");
    Path trace = Path.of(run.err().replaceFirst("(?s).*trace in (\\S+)\\)\n", "$1"));
    assertThat(trace).content().contains("at io.firedrill.internal.cli.TestCommand.call");
    Files.delete(trace);
  }

  @Test
  void reportsBeforeTheRunThatAResultCannotBeWritten() {
    cli = Cli.with(directory, (request, progress) -> null);

    assertThat(cli.test("DIR/test.yml", "--json", "DIR/rules.yml/x.json"))
        .isEqualTo(
            new Run(
                2, "", "firedrill: cannot write DIR/rules.yml/x.json: DIR/rules.yml is a file\n"));
  }

  @Test
  void listsItsCommandsAndOptions() {
    assertThat(cli.run("--help").out())
        .containsPattern("test +Runs scenario files")
        .containsPattern("check +Checks rule files");
    assertThat(cli.run("help", "test").out()).contains("--junit-xml=FILE");
    Run run = cli.run();

    assertThat(run.out()).startsWith("Usage: firedrill [-hV] [COMMAND]").contains("\n  test ");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void suggestsACommand() {
    assertThat(cli.run("tset"))
        .isEqualTo(
            new Run(
                2,
                "",
                "firedrill: unknown command \"tset\": did you mean \"test\"?\nTry: firedrill --help\n"));
    assertThat(cli.run("merge", "a", "--jsonn", "b").err())
        .startsWith("firedrill: unknown option \"--jsonn\": did you mean \"--json\"?\n");
    assertThat(cli.run().status()).isEqualTo(2);
  }
}
