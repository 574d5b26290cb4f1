package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The restrictions of {@code --untrusted}, with the lines of errors. */
class UntrustedTest {

  private static final String FILE =
      "not allowed in untrusted files: a file outside of the working directory";

  /** Below the working directory. */
  static final class Here implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.createTempDirectory(Path.of("target"), "untrusted-");
    }
  }

  @TempDir(factory = Here.class)
  private Path directory;

  @TempDir private Path elsewhere;

  private Cli cli;

  @BeforeEach
  void files() throws IOException {
    cli =
        Cli.in(directory)
            .write("rules.yml", Cli.RULES)
            .write("routes.yml", Cli.ROUTES)
            .write("prometheus.yml", "scrape_configs: [{job_name: w, file_sd_configs: []}]\n");
    Files.writeString(elsewhere.resolve("secret.yml"), "top secret: [\n");
    Files.createSymbolicLink(directory.resolve("link.yml"), elsewhere.resolve("secret.yml"));
    Files.createSymbolicLink(directory.resolve("up"), elsewhere);
  }

  private Cli.Run test(String... lines) {
    cli.write("test.yml", String.join("\n", lines) + "\n");
    return cli.test("DIR/test.yml", "--untrusted");
  }

  private static void assertRefused(Cli.Run run, String at, String why) {
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("DIR/" + at + ": error: " + why).doesNotContain("top secret");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void runsOtherScenarios() {
    cli.write("test.yml", Cli.ROUTES_TEST);

    Cli.Run run = cli.test("DIR/test.yml", "--untrusted", "--json", "DIR/out/result.json");

    assertThat(run.status()).as(run.err() + run.out()).isZero();
    assertThat(directory.resolve("out/result.json")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({
    "rule_files: [link.yml], 1:14",
    "rule_files: ['l*.yml'], 1:14",
    "rule_files: [up/secret.yml], 1:14",
    "rule_files: ['up/*.yml'], 1:14",
    "rule_files: [/etc/passwd], 1:14",
    "rule_files: [../../../../etc/passwd], 1:14",
    "alertmanager_config: link.yml, 1:22",
    "prometheus_config: /etc/passwd, 1:20",
    "series_files: [up/secret.yml], 1:16",
  })
  void refusesFilesOfTheWholeFile(String line, String at) {
    assertRefused(test(line, "tests: []"), "test.yml:" + at, FILE);
  }

  @ParameterizedTest
  @CsvSource({
    "'input_series: [{series: x, csv: {file: /etc/passwd}}]', 6:42",
    "'input_series: [{openmetrics: {file: up/data.prom}}]', 6:39",
    "'actions: [{at: 1m, load: {rule_files: [link.yml]}}]', 6:42",
    "'actions: [{at: 1m, load: {alertmanager_config: /etc/passwd}}]', 6:50",
    "'targets: [{address: a, exposition: /etc/passwd}]', 6:38",
  })
  void refusesFilesOfATest(String line, String at) {
    assertRefused(
        test(
            "rule_files: [rules.yml]",
            "alertmanager_config: routes.yml",
            "prometheus_config: prometheus.yml",
            "tests:",
            "- run_for: 5m",
            "  " + line),
        "test.yml:" + at,
        FILE);
  }

  @Test
  void refusesProgramsAndAddresses() {
    Cli.Run run =
        test(
            "rule_files: [rules.yml]",
            "prometheus_config: prometheus.yml",
            "targets:",
            "- {address: a, command: [sh, -c, id]}",
            "tests:",
            "- run_for: 5m",
            "  targets: [{address: b, scrape: 'http://169.254.169.254/'}]");

    assertRefused(
        run, "test.yml:4:16", "not allowed in untrusted files: \"command\" runs a program");
    assertRefused(
        run,
        "test.yml:7:26",
        "not allowed in untrusted files: \"scrape\" makes Firedrill send requests");
  }

  @ParameterizedTest
  @CsvSource({"/etc/passwd", "../../../../etc/passwd", "up/*.yml", "link.yml", "l*.yml"})
  void refusesTemplates(String glob) {
    cli.write("routes.yml", "templates: ['" + glob + "']\n" + Cli.ROUTES);
    cli.write("test.yml", Cli.ROUTES_TEST);
    cli.write("base/rules.yml", Cli.RULES).write("base/routes.yml", Cli.ROUTES);

    boolean ofFile = glob.equals("l*.yml");
    String at = ofFile ? "link.yml:1:1" : "routes.yml:1:13";
    assertRefused(cli.test("DIR/test.yml", "--untrusted"), at, FILE);
    assertRefused(cli.command("check", "DIR/routes.yml", "--untrusted"), at, FILE);
    assertRefused(
        cli.command("diff", "-C", "DIR", "./base", ".", "test.yml", "--untrusted"), at, FILE);
    assertRefused(cli.command("routes", "DIR/routes.yml", "--untrusted"), at, FILE);
    assertRefused(
        cli.command(
            "replay",
            "DIR/none.csv",
            "--rules",
            "DIR/rules.yml",
            "--alertmanager-config",
            "DIR/routes.yml",
            "--untrusted"),
        at,
        FILE);
  }

  @ParameterizedTest
  @CsvSource({
    "rule_files: [up/secret.yml], 1:14",
    "scrape_config_files: [/etc/passwd], 1:23",
    "'scrape_configs: [{job_name: w, file_sd_configs: [{files: [link.yml]}]}]', 1:59",
  })
  void refusesFilesOfAPrometheusConfiguration(String line, String at) {
    cli.write("prometheus.yml", line + "\n");
    assertRefused(
        test("prometheus_config: prometheus.yml", "tests: [{run_for: 5m}]"),
        "prometheus.yml:" + at,
        FILE);
  }

  @Test
  void refusesLinksAmongTheFilesThemselves() throws IOException {
    assertRefused(cli.test("DIR/link.yml", "--untrusted"), "link.yml:1:1", FILE);
    assertRefused(cli.command("check", "DIR/link.yml", "--untrusted"), "link.yml:1:1", FILE);
    Files.createSymbolicLink(directory.resolve("test.snapshot"), elsewhere.resolve("secret.yml"));
    assertRefused(
        test("rule_files: [rules.yml]", "tests: [{name: x, run_for: 5m, expect: snapshot}]"),
        "test.yml:2:40",
        FILE);
  }

  @Test
  void writesNothingThroughLinks() {
    cli.write("test.yml", Cli.RULES_TEST);

    Cli.Run run = cli.test("DIR/test.yml", "--untrusted", "--json", "DIR/up/result.json");

    assertThat(run)
        .isEqualTo(
            new Cli.Run(
                ExitStatus.BAD_INPUT,
                "",
                "firedrill: cannot write DIR/up/result.json: a link leads outside of the working"
                    + " directory\n"));
    assertThat(elsewhere.resolve("result.json")).doesNotExist();
  }
}
