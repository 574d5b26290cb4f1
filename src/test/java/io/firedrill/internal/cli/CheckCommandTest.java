package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  private static final String GOOD_RULES =
      """
      groups:
      - name: queue
        rules:
        - alert: QueueFull
          expr: queue_length > 100
          for: 2m
          labels: {severity: warning}
          annotations:
            summary: Queue {{ $labels.queue }} is full
            description: It has {{ $value }} jobs
            runbook_url: https://elsewhere.example.com/QueueFull
      """;

  @TempDir private Path directory;

  @Test
  void acceptsTheShippedRulesAndRoutes() {
    Run all = Cli.in(directory).run("check");
    Run pack =
        Cli.in(directory)
            .run(
                "check",
                "rules/alertmanager_rules.yaml",
                "rules/watchdog.yaml",
                "rules/alertmanager.yml",
                "rules/prometheus.yml");

    assertThat(all.status()).as(all.toString()).isZero();
    assertThat(pack)
        .isEqualTo(
            new Run(
                0,
                """
                29 rules in 2 files, 1 Alertmanager configuration: no findings
                not checked: rules/prometheus.yml
                read by SERVERS
                """,
                ""));
  }

  @Test
  void printsFindingsAndFails() {
    Cli cli = Cli.in(directory).write("rules.yml", GOOD_RULES.replace("    for: 2m\n", ""));

    Run run = cli.run("check", directory.toString(), "--no-servers");

    assertThat(run)
        .isEqualTo(
            new Run(
                1,
                """
                DIR/rules.yml:4:12: warning: alert "QueueFull" fires at the first evaluation at which its expression matches: it has no "for" [alert/for]
                    4 |   - alert: QueueFull
                      |            ^^^^^^^^^
                  hint: a restart, a failed scrape or a single value should not page anybody

                1 rule in 1 file: 1 finding
                """,
                ""));
  }

  @Test
  void reportsErrorsOfPrometheusAtTheLine() {
    Cli cli = Cli.in(directory).write("rules.yml", GOOD_RULES.replace("> 100", "> > 100"));

    Run run = cli.run("check", directory.toString());

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "1 rule in 1 file: no findings\n",
                """
                DIR/rules.yml:5:26: error: Prometheus says: parse error: unexpected <op:>>
                    5 |     expr: queue_length > > 100
                      |                          ^
                """));
  }

  @Test
  void reportsErrorsOfAlertmanagerAtTheLine() {
    Cli cli = Cli.in(directory).write("rules.yml", GOOD_RULES);
    cli.write(
        "routes.yml",
        """
        route: {receiver: everybody, group_wayt: 1m}
        receivers: [{name: everybody}]
        """);

    Run run = cli.run("check", directory.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("DIR/routes.yml:1:30: error: Alertmanager says: ")
        .contains("field group_wayt not found");
  }

  @Test
  void followsRunbookLinksToADirectory() {
    Cli cli =
        Cli.in(directory)
            .write("rules.yml", GOOD_RULES)
            .write("pages/QueueFull", "# QueueFull")
            .write("more/Other", "# Other");
    String url = "https://elsewhere.example.com=" + directory;

    String[] found = {"check", directory.toString(), "--no-servers", "--runbooks", url + "/pages"};
    String[] missing = {"check", directory.toString(), "--no-servers", "--runbooks", url + "/more"};

    assertThat(cli.run(found).status()).isZero();
    assertThat(cli.run(missing).out())
        .contains("the runbook \"DIR/more/QueueFull\" does not exist [alert/runbook]");
  }

  @Test
  void requiresFiles() {
    Run run = Cli.in(directory).run("check", directory.toString());

    assertThat(run)
        .isEqualTo(
            new Run(
                2, "", "DIR:1:1: error: no rules or routes (*.yml, *.yaml) in this directory\n"));
  }

  @Test
  void doesNotCheckScenarioFiles() {
    Cli cli = Cli.in(directory).write("scenario.yml", Cli.RULES_TEST);

    Run run = cli.run("check", directory + "/scenario.yml", "--no-servers");

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                """
                firedrill: no rules and no routes in DIR/scenario.yml
                """));
  }

  @Test
  void writesWhatItFindsForOtherPrograms() {
    Cli cli = Cli.in(directory).write("rules.yml", GOOD_RULES.replace("    for: 2m\n", ""));
    Path json = directory.resolve("out/check.json");
    Path sarif = directory.resolve("out/check.sarif");

    Run run =
        cli.run(
            "check",
            directory.resolve("rules.yml").toString(),
            "--no-servers",
            "--annotations",
            "gnu",
            "--json",
            json.toString(),
            "--sarif",
            sarif.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines().toList())
        .last()
        .asString()
        .endsWith(
            "rules.yml:4:12: warning: alert/for: alert \"QueueFull\" fires at the first evaluation"
                + " at which its expression matches: it has no \"for\"");
    assertThat(json).content().contains("\"check\" : \"alert/for\"");
    assertThat(sarif).content().contains("\"ruleId\" : \"alert/for\"");
  }

  @Test
  void writesWhatMakesAFileUnusable() {
    Cli cli = Cli.in(directory).write("rules.yml", GOOD_RULES.replace("expr:", "exp:"));
    Path json = directory.resolve("check.json");

    Run run =
        cli.run(
            "check",
            directory.resolve("rules.yml").toString(),
            "--no-servers",
            "--json",
            json.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(json).content().contains("\"check\" : \"invalid\"", "\"severity\" : \"error\"");
  }
}
