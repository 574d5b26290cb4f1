package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.revision.GitFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command; what happens to which mutant is in {@code MutationRunTest}. */
class MutateCommandTest {

  /** 200 jobs from the start: pending at 0m, firing at 2m, far above 100. */
  private static final String SURVIVORS =
      """
      SURVIVED DIR/rules.yml:5:24  expr/comparison  alert QueueFull: > becomes >=
               no input of 2 tests tells it from the original
                 DIR/test.yml:3  fills up
                 DIR/test.yml:12  stays empty
      SURVIVED DIR/rules.yml:5:26  expr/threshold  alert QueueFull: 100 becomes 101
               no input of 2 tests tells it from the original
                 DIR/test.yml:3  fills up
                 DIR/test.yml:12  stays empty
      SURVIVED DIR/rules.yml:5:26  expr/threshold  alert QueueFull: 100 becomes 110
               no input of 2 tests tells it from the original
                 DIR/test.yml:3  fills up
                 DIR/test.yml:12  stays empty
      SURVIVED DIR/rules.yml:5:26  expr/threshold  alert QueueFull: 100 becomes 90
               no input of 2 tests tells it from the original
                 DIR/test.yml:3  fills up
                 DIR/test.yml:12  stays empty
      SURVIVED DIR/rules.yml:5:26  expr/threshold  alert QueueFull: 100 becomes 99
               no input of 2 tests tells it from the original
                 DIR/test.yml:3  fills up
                 DIR/test.yml:12  stays empty
      SURVIVED DIR/rules.yml:6:10  rule/for  alert QueueFull: for: 2m becomes 1m
               in 1 of 2 tests, something differs that nothing expects
                 DIR/test.yml:3  fills up: from 1m, {alertname="QueueFull", queue="a", team="data"} is firing instead of pending
                 DIR/test.yml:12  stays empty
      SURVIVED DIR/rules.yml:6:10  rule/for  alert QueueFull: for: 2m becomes 4m
               in 1 of 2 tests, something differs that nothing expects
                 DIR/test.yml:3  fills up: from 2m, {alertname="QueueFull", queue="a", team="data"} is pending instead of firing
                 DIR/test.yml:12  stays empty
      SURVIVED DIR/rules.yml:6:10  rule/for  alert QueueFull: for: 2m is dropped
               in 1 of 2 tests, something differs that nothing expects
                 DIR/test.yml:3  fills up: from 0s, {alertname="QueueFull", queue="a", team="data"} is firing instead of pending
                 DIR/test.yml:12  stays empty
      """;

  private static final String RUNS =
      "2 runs of tests with all their mutants, 0 of Alertmanager alone, 0 of a test with one mutant;"
          + " one by one, they would have been 22\n";

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli = Cli.in(directory).write("rules.yml", Cli.RULES).write("test.yml", Cli.RULES_TEST);
  }

  @Test
  void printsTheSurvivorsAndTheScore() {
    Run run = cli.command("mutate", "DIR/test.yml");

    assertThat(run.out())
        .isEqualTo(
            "SERVERS\n14 mutants, 2 tests\n"
                + SURVIVORS
                + RUNS
                + "14 mutants: 6 noticed, 8 survived; score: 42.8 %\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void isAGate() {
    cli.write("none.yml", "exemptions: []\n");
    Run run =
        cli.command(
            "mutate", "DIR/test.yml", "--min-score", "42.9", "--exemptions", "DIR/none.yml");

    assertThat(run.err()).isEqualTo("firedrill: the score is 42.8 %, less than --min-score 42.9\n");
    assertThat(run.status()).isEqualTo(1);
    assertThat(
            cli.command(
                    "mutate", "DIR/test.yml", "--min-score", "42.8", "--exemptions", "DIR/none.yml")
                .status())
        .isZero();
  }

  @Test
  void exemptsWithAReason() throws IOException {
    cli.write(
        "exempt.yml",
        """
        exemptions: []
        mutants:
        - operator: expr/threshold
          change: /100 becomes .*/
          reason: the exact number does not matter
        - {operator: rule/for, subject: alert QueueFull, reason: the time does not matter}
        """);

    Run run =
        cli.command(
            "mutate",
            "DIR/test.yml",
            "--exemptions",
            "DIR/exempt.yml",
            "--min-score",
            "80",
            "--markdown",
            "DIR/mutants.md",
            "--html",
            "DIR/mutants.html");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).endsWith("14 mutants: 6 noticed, 1 survived, 7 exempt; score: 85.7 %\n");
    assertThat(run.status()).isZero();
    assertThat(Files.readString(directory.resolve("mutants.md")))
        .isEqualTo(
            """
            ### Mutants

            14 mutants: 6 noticed, 1 survived, 7 exempt; score: 85.7 %%

            No test notices these changes:

            - `%s/rules.yml:5:24` `alert QueueFull`: `> becomes >=` (no input of 2 tests tells it from the original)
            """
                .formatted(directory));
    assertThat(Files.readString(directory.resolve("mutants.html")))
        .contains(
            "<div class=\"l s\"><span>5</span><pre>    expr: queue_length &gt; 100</pre></div>\n<ul>\n",
            "<li><span class=\"SURVIVED\">expr/comparison</span> &gt; becomes &gt;=: no"
                + " input of 2 tests tells it from the original</li>\n",
            "<li><span class=\"EXEMPT\">rule/for</span> for: 2m is dropped: exempt: the time does"
                + " not matter</li>\n");
  }

  @Test
  void refusesObsoleteAndMisspeltExemptions() {
    cli.write("obsolete.yml", "mutants: [{operator: expr/offset, reason: none}]\n")
        .write("misspelt.yml", "mutants: [{operator: expr/ofset, reason: none}]\n");

    assertThat(
            cli.command(
                    "mutate",
                    "DIR/test.yml",
                    "--exemptions",
                    "DIR/obsolete.yml",
                    "--min-score",
                    "0")
                .err())
        .startsWith("DIR/obsolete.yml:1:11: error: no mutant matches this exemption\n")
        .contains("hint: remove it if it is obsolete\n");
    Run misspelt = cli.command("mutate", "DIR/test.yml", "--exemptions", "DIR/misspelt.yml");
    assertThat(misspelt.err())
        .startsWith("DIR/misspelt.yml:1:22: error: there is no operator \"expr/ofset\"\n")
        .contains("hint: did you mean \"expr/offset\"?\n");
    assertThat(misspelt.status()).isEqualTo(2);
  }

  @Test
  void changesOnlyLinesThatDifferFromARevision() {
    GitFiles.init(directory);
    cli.write("rules.yml", Cli.RULES.replace("for: 2m", "for: 3m"));

    Run run = cli.command("mutate", "DIR/test.yml", "--since", "HEAD", "-C", "DIR");

    assertThat(run.out()).contains("3 mutants, 2 tests\n").contains("DIR/rules.yml:6:10  rule/for");
    assertThat(cli.command("mutate", "DIR/test.yml", "--since", "nowhere", "-C", "DIR").err())
        .isEqualTo("firedrill: --since: there is no git revision \"nowhere\"\n");
  }

  @Test
  void combinesTheRecordsOfParts() throws IOException {
    String[] parts = {"1/2", "2/2"};
    for (int i = 0; i < parts.length; i++) {
      cli.command("mutate", "DIR/test.yml", "--shard", parts[i], "--json", "DIR/" + i + ".json");
    }

    Run whole = cli.command("mutate", "--merge", "DIR/0.json", "--merge", "DIR/1.json");

    assertThat(whole.out())
        .startsWith(SURVIVORS)
        .endsWith("14 mutants: 6 noticed, 8 survived; score: 42.8 %\n");
    assertThat(cli.command("mutate", "--merge", "DIR/0.json", "--merge", "DIR/0.json").err())
        .isEqualTo("firedrill: cannot merge records that contain the same mutant\n");
    assertThat(cli.write("no.json", "{}").command("mutate", "--merge", "DIR/no.json").err())
        .startsWith("DIR/no.json:1:1: error: expected the record of a run of firedrill mutate");
  }

  @Test
  void namesTestsThatFailWithoutAMistake() {
    cli.write("test.yml", Cli.RULES_TEST.replace("exp_alerts: []", "exp_alerts: [{}]"));

    Run run = cli.command("mutate", "DIR/test.yml");

    assertThat(run.err())
        .isEqualTo("firedrill: fails without a mistake: DIR/test.yml:12  stays empty\n");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void refusesWhatCannotBeChanged() {
    assertThat(cli.command("mutate", "DIR/test.yml", "--change", "DIR/elsewhere").err())
        .isEqualTo(
            "firedrill: the tests load no file of --change, or there is nothing to change in it\n");
    assertThat(cli.command("mutate", "DIR/test.yml", "--min-score", "101").err())
        .contains("expected a percentage from 0 to 100: 101");
  }
}
