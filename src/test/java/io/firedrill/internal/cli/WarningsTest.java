package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.revision.GitFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings of a file and of a run in all outputs of commands. */
class WarningsTest {

  private static final String LEFT_OUT = "\"remote_write\" is left out in tests";
  private static final String FLUSH =
      "Alertmanager first flushes group {alertname=\"DiskFull\"} of storage at 20m or at 21m";
  private static final String UNKNOWN = "\"event_relay\" is left out in tests";

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli =
        Cli.in(directory)
            .write(
                "rules.yml",
                "groups: [{name: a, rules: [{alert: DiskFull, expr: disk_used_ratio > 0.9}]}]\n")
            .write(
                "routes.yml",
                """
                route: {receiver: storage, group_by: [alertname], group_wait: 1m}
                receivers:
                - {name: storage, webhook_configs: [{url: 'http://example.com/storage'}]}
                """)
            .write("p.yml", "remote_write: [{url: 'http://example.com/'}]\n")
            .write(
                "tests/scrape.yml",
                """
                prometheus_config: ../p.yml
                strict: false
                tests: [{name: scrapes, run_for: 1m}]
                """)
            .write(
                "tests/disks.yml",
                """
                rule_files: [../rules.yml]
                alertmanager_config: ../routes.yml
                strict: false
                tests:
                - name: disks
                  run_for: 24m
                  input_series:
                  - {series: 'disk_used_ratio{disk="a"}', values: '0.95x40'}
                  - {series: 'disk_used_ratio{disk="b"}', values: '0.5x19 0.95x20'}
                  actions: [{at: 20m, load: {alertmanager_config: ../routes.yml}}]
                """);
  }

  @Test
  void reachEveryOutputOfATest() throws IOException {
    Run run =
        cli.test(
            "DIR/tests",
            "--json",
            "DIR/o.json",
            "--junit-xml",
            "DIR/o.xml",
            "--markdown",
            "DIR/o.md",
            "--report",
            "DIR/report",
            "--record",
            "DIR/record.json",
            "--annotations",
            "github");
    Run merged = cli.run("merge", directory + "/record.json", "--json", directory + "/merged.json");

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.err())
        .contains("DIR/p.yml:1:1: warning: " + LEFT_OUT, "DIR/tests/disks.yml:10:23: warning: ")
        .contains(FLUSH);
    assertThat(run.out())
        .contains("::warning file=DIR/p.yml,line=1,col=1,title=Firedrill::", LEFT_OUT)
        .contains("::warning file=DIR/tests/disks.yml,line=10,col=23,title=Firedrill::");
    assertThat(ResultJson.read(directory.resolve("o.json")).warnings())
        .extracting(WarningResult::message)
        .satisfiesExactly(
            flush -> assertThat(flush).startsWith(FLUSH),
            left -> assertThat(left).isEqualTo(LEFT_OUT));
    assertThat(file("o.xml"))
        .contains("<system-out>" + directory + "/p.yml:1:1: warning: " + LEFT_OUT)
        .contains("<system-out>" + directory + "/tests/disks.yml:10:23: warning: " + FLUSH);
    assertThat(file("o.md"))
        .contains("### Warnings", "/tests/disks.yml:10</code> | Alertmanager first flushes group ")
        .contains("/p.yml:1</code> | &#34;remote&#95;write&#34; is left out in tests |");
    assertThat(file("report/index.html"))
        .contains("\"warnings\":[{\"where\":\"" + directory + "/tests/disks.yml:10:23\"")
        .contains(LEFT_OUT.replace("\"", "\\\""));
    assertThat(merged.err()).contains(LEFT_OUT, FLUSH);
    assertThat(file("merged.json")).isEqualTo(file("o.json"));
  }

  @Test
  void ofRemovedSettingsArePrintedByCommandsThatOnlyReadThem() {
    cli.write("routes.yml", "event_relay: {url: 'http://x/'}\n" + ROUTES);

    Run check = cli.run("check", "--no-servers", directory + "/routes.yml");
    Run routes = cli.run("routes", directory + "/routes.yml", "alertname=A");

    assertThat(check.err()).contains("DIR/routes.yml:1:1: warning: " + UNKNOWN + "\n");
    assertThat(routes.err()).contains("DIR/routes.yml:1:1: warning: " + UNKNOWN + "\n");
  }

  private static final String ROUTES = "route: {receiver: a}\nreceivers: [{name: a}]\n";

  @Test
  void reachTheOutputsOfAComparison() throws IOException {
    GitFiles.init(directory);
    cli.write("rules.yml", file("rules.yml").replace("0.9", "0.8"));

    Run run =
        cli.run(
            "diff",
            "-C",
            directory.toString(),
            "HEAD",
            ".",
            "tests/disks.yml",
            "--json",
            directory + "/d.json",
            "--markdown",
            directory + "/d.md",
            "--html",
            directory + "/d.html");

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.err()).containsOnlyOnce(FLUSH);
    assertThat(file("d.json")).contains("\"warnings\" : [ {", "\"line\" : 10");
    assertThat(file("d.md")).contains("- **warning** `");
    assertThat(file("d.html")).contains("<h2>Warnings</h2>", "Alertmanager first flushes group");
  }

  @Test
  void reachTheOutputsOfAReplay() throws IOException {
    cli.write("data.csv", "time,up\n2026-03-02T08:00:00Z,1\n2026-03-02T08:05:00Z,1\n");

    Run run =
        cli.run(
            "replay",
            directory + "/data.csv",
            "--rules",
            directory + "/rules.yml",
            "--json",
            directory + "/r.json",
            "--markdown",
            directory + "/r.md",
            "--report",
            directory + "/r");

    String missing = "the recording has no \"disk_used_ratio\", which rule DiskFull reads";
    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.err()).contains(missing);
    assertThat(file("r.json")).contains(missing.replace("\"", "\\\""));
    assertThat(file("r.md")).contains("| Warning | Where |", "which rule DiskFull reads");
    assertThat(file("r/index.html")).contains(missing.replace("\"", "\\\""));
  }

  private String file(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }
}
