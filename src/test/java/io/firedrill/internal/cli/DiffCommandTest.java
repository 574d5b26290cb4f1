package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.revision.GitFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes of this repository's own rules and routes, with the expected differences, derived by hand
 * from the test's input, the rules, and Alertmanager's documentation.
 */
class DiffCommandTest {

  private static final String RULES = "rules/alertmanager_rules.yaml";
  private static final String ROUTES = "rules/alertmanager.yml";
  private static final String SCENARIOS = "test-scenarios/ml/components.yml";
  private static final String ALERT =
      "PipelineComponentErrorRatioHigh{component=\"feature-store\","
          + " pipeline=\"feature_engineering\", service=\"feature-engineering\","
          + " severity=\"critical\", team=\"platform\"}";
  private static final String GROUP = "{alertname=\"PipelineComponentErrorRatioHigh\"}";
  private static final String TEST =
      "test-scenarios/ml/components.yml:8  burst of errors sends one page";

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void copyOfThePack() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file);
      }
    }
    copy(Path.of(SCENARIOS));
    copy(Path.of("test-scenarios/ml/healthy.series"));
    GitFiles.init(directory);
    cli = Cli.in(directory);
  }

  @Test
  void anotherThreshold() throws IOException {
    // 70 errors a minute from 21m to 50m, of 120 operations. A counter at 0 is not extrapolated
    // backwards, so after n minutes the 5 minutes contain 70 n errors of 600: 23 % at 22m, 35 % at
    // 23m, 47 % at 24m.
    change(RULES, "ratio_rate5m > 0.2\n", "ratio_rate5m > 0.4\n");

    // Later, the 4 minutes between 5 values are extrapolated to 5: the ratio is last above 20 % at
    // 52m, with two minutes of errors, 140 of 480, and above 40 % at 51m, 210 of 480. A minute
    // later keep_firing_for: 10m begins; the text keeps the last value. The group is flushed every
    // 5m, from 32m30s on, and so at 1h7m30s, or from 34m30s on, and so at 1h4m30s.
    assertDifferences(
        """
        DIFF  %1$s
              ~ 24m (2026-03-02T08:24:00Z)  %2$s
                  pending  22m -> 24m, 2m later
                  firing   32m -> 34m, 2m later
                  until    1h3m -> 1h2m, 1m earlier
              ~ 34m30s (2026-03-02T08:34:30Z)  pagerduty platform-oncall  firing  %3$s  1 alert
                  time  32m30s -> 34m30s, 2m later
              ~ 34m30s (2026-03-02T08:34:30Z)  webhook incident-log  firing  %3$s  1 alert
                  time  32m30s -> 34m30s, 2m later
              ~ 1h4m30s (2026-03-02T09:04:30Z)  pagerduty platform-oncall  resolved  %3$s  1 alert
                  time                            1h7m30s -> 1h4m30s, 3m earlier
                  title                           PipelineComponentErrorRatioHigh: \
        [-29.17%%-]{+43.75%%+} of the operations of feature-store fail
                  fields.custom_details.affected  [-29.17%%-]{+43.75%%+} of the operations of feature-store fail.
              ~ 1h4m30s (2026-03-02T09:04:30Z)  webhook incident-log  resolved  %3$s  1 alert
                  time                     1h7m30s -> 1h4m30s, 3m earlier
                  annotations.description  [-29.17%%-]{+43.75%%+} of the operations of component \
        feature-store of feature_engineering have failed for a while.
                  annotations.summary      [-29.17%%-]{+43.75%%+} of the operations of feature-store fail
        5 differences in 1 test
        """);
  }

  @Test
  void anotherFor() throws IOException {
    change(
        RULES,
        "for: 10m\n    keep_firing_for: 10m\n    labels:\n      severity: critical",
        "for: 5m\n    keep_firing_for: 10m\n    labels:\n      severity: critical");

    // Groups are flushed every 5m from 27m30s on: at 1h7m30s as before, when it has resolved.
    String differences =
        """
        DIFF  %1$s
              ~ 22m (2026-03-02T08:22:00Z)  %2$s
                  firing  32m -> 27m, 5m earlier
              ~ 27m30s (2026-03-02T08:27:30Z)  pagerduty platform-oncall  firing  %3$s  1 alert
                  time  32m30s -> 27m30s, 5m earlier
              ~ 27m30s (2026-03-02T08:27:30Z)  webhook incident-log  firing  %3$s  1 alert
                  time  32m30s -> 27m30s, 5m earlier
        3 differences in 1 test
        """;
    assertDifferences(differences);
    assertDocumented(differences);
  }

  @Test
  void anotherRoute() throws IOException {
    change(
        ROUTES,
        "    routes:\n    - receiver: platform-oncall\n      matchers: [severity=\"critical\"]\n",
        "");

    assertDifferences(
        """
        DIFF  %1$s
              ~ 32m30s (2026-03-02T08:32:30Z)  slack platform-slack  firing  %3$s  1 alert
                  receiver  platform-oncall (pagerduty) -> platform-slack (slack)
              ~ 1h7m30s (2026-03-02T09:07:30Z)  slack platform-slack  resolved  %3$s  1 alert
                  receiver  platform-oncall (pagerduty) -> platform-slack (slack)
        2 differences in 1 test
        """);
  }

  @Test
  void noDifferentResults() throws IOException {
    change(RULES, "# A ratio of very few", "# A share of very few");

    assertThat(diff("main", "."))
        .isEqualTo(
            new Run(
                0,
                "SERVERS\nfrom main (COMMIT) to the working tree\nSAME  "
                    + TEST
                    + "\nno differences in 1 test\n",
                ""));
  }

  @Test
  void unchangedFiles() throws IOException {
    Files.writeString(directory.resolve("README.md"), "changed");
    Cli without =
        Cli.with(
            directory,
            (choice, progress) -> {
              throw new AssertionError("nothing is to be run");
            });

    assertThat(run(without, "main", "."))
        .isEqualTo(
            new Run(
                0,
                "from main (COMMIT) to the working tree\n"
                    + "no differences in 1 test; 1 unchanged, not run\n",
                ""));
  }

  /** The documentation shows one of these. */
  private static void assertDocumented(String text) {
    assertThat(Path.of("docs/diff.md")).content().contains(text.formatted(TEST, ALERT, GROUP));
  }

  private void assertDifferences(String text) throws IOException {
    Run run = diff("main", ".");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            "SERVERS\nfrom main (COMMIT) to the working tree\n"
                + text.formatted(TEST, ALERT, GROUP));
    assertThat(run.status()).as("as git diff, without --exit-code").isZero();
  }

  private Run diff(String... arguments) {
    return run(cli, arguments);
  }

  private static Run run(Cli cli, String... arguments) {
    List<String> all = new ArrayList<>(List.of("-C", "DIR"));
    all.addAll(List.of(arguments));
    all.addAll(List.of(SCENARIOS, "--run", "burst of errors sends one page"));
    Run run = cli.command("diff", all.toArray(String[]::new));
    return new Run(run.status(), run.out().replaceAll("\\([0-9a-f]{7}\\)", "(COMMIT)"), run.err());
  }

  private void copy(Path file) throws IOException {
    Path copy = directory.resolve(file);
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy);
  }

  private void change(String file, String before, String after) throws IOException {
    Path path = directory.resolve(file);
    String text = Files.readString(path);
    assertThat(text).containsOnlyOnce(before);
    Files.writeString(path, text.replace(before, after));
  }
}
