package io.firedrill.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.drill.Drill;
import io.firedrill.drill.Server;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.model.TargetFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Targets that come and go in a drill. Each is scraped every 15 s, so a scrape sees every state
 * that lasts 15 s.
 */
class ScrapeTest {

  static final String[] VERSIONS = TestPairs.VERSIONS;

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final String CONFIG =
      """
      global: {scrape_interval: 15s, external_labels: {region: eu}}
      scrape_configs:
      - job_name: app
        static_configs: [{targets: ['a:1', 'b:1']}]
      - job_name: pods
        consul_sd_configs: [{server: 'consul:8500'}]
      """;

  @TempDir private Path directory;

  @BeforeEach
  void files() throws IOException {
    write("prometheus.yml", CONFIG);
    write(
        "rules.yml",
        "groups: [{name: all, rules: [{alert: Down, expr: up == 0}, {alert: No, expr: absent(m)}]}]");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void aTargetIsWhatItIsSaidToBeFromNowOn(String version) {
    try (Drill drill = drill(version, START)) {
      drill.target("a:1").value("m", 1);
      drill.runFor(Duration.ZERO);
      // Scraped before the start; the other address has no target.
      assertThat(value(drill, "m{instance=\"a:1\", job=\"app\"}")).containsExactly(1.0);
      assertThat(value(drill, "up{instance=\"a:1\"}")).containsExactly(1.0);
      assertThat(value(drill, "up{instance=\"b:1\"}")).containsExactly(0.0);

      drill.target("b:1").series("m", "2x3 _ 3");
      drill.runFor(minutes(1));
      assertThat(value(drill, "m{instance=\"b:1\"}")).containsExactly(2.0);
      drill.target("a:1").fail(new TargetFault.Status(500));
      drill.runFor(minutes(1));
      assertThat(value(drill, "up{instance=\"a:1\"}")).containsExactly(0.0);
      // Stale since the scrape that failed.
      assertThat(value(drill, "m{instance=\"a:1\"}")).isEmpty();
      drill.target("a:1").up().exposition("m 7\n# EOF\n");
      drill.runFor(minutes(1));
      assertThat(value(drill, "m{instance=\"a:1\"}")).containsExactly(7.0);
      assertThat(drill.timeline().events())
          .extracting(Object::toString)
          .anyMatch(e -> e.contains("target a:1  answers HTTP 500"))
          .anyMatch(e -> e.contains("target a:1  up again"));
    }
  }

  @Test
  void quotedNamesAreScraped() {
    try (Drill drill = drill(VERSIONS[2], START)) {
      drill
          .target("a:1")
          .value("{\"disk.free\", \"mount/point\"=\"C:\\\\\"}", 7)
          .value("m{\"größe\"=\"a \\\"b\\\"\\n\"}", 8);

      drill.runFor(Duration.ZERO);
      assertThat(value(drill, "{\"disk.free\", \"mount/point\"=`C:\\`}")).containsExactly(7.0);
      assertThat(value(drill, "m{\"größe\"=\"a \\\"b\\\"\\n\"}")).containsExactly(8.0);
    }
  }

  @Test
  void aSeriesIsNotExposedInAGap() {
    try (Drill drill = drill(VERSIONS[2], START)) {
      drill.target("a:1").series("m", "1x3 _ _ 2");

      drill.runFor(Duration.ofSeconds(3 * 60 + 59));
      assertThat(value(drill, "m")).containsExactly(1.0);
      drill.runFor(minutes(1)); // the gap is from 4m to 6m
      assertThat(value(drill, "m")).isEmpty();
      drill.runFor(minutes(30)); // the last value stays
      assertThat(value(drill, "m")).containsExactly(2.0);
    }
  }

  @Test
  void discoveredTargetsAppearAndDisappear() {
    try (Drill drill = drill(VERSIONS[2], START)) {
      drill.target("10.0.0.1:80").discoveredBy("pods", "team", "data");
      drill.runFor(minutes(1));
      assertThat(value(drill, "up{job=\"pods\", team=\"data\"}")).containsExactly(1.0);

      drill.target("10.0.0.1:80").gone();
      drill.runFor(minutes(1));
      assertThat(value(drill, "up{job=\"pods\"}")).isEmpty();
    }
  }

  @Test
  void seriesCanAlsoBeFedAndServersRestarted() {
    try (Drill drill = drill(VERSIONS[2], START)) {
      drill.target("a:1").value("m", 1);
      drill.series("fed", "5x10").runFor(minutes(2));
      drill.restart(Server.PROMETHEUS).runFor(minutes(2));

      assertThat(value(drill, "fed + on () m")).containsExactly(6.0);
    }
  }

  /** Go's remainders of times before 1970 are negative, and the offsets of scrapes with them. */
  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void scrapesComeAtTheSameTimesInEveryRunAndIn1970(String version) {
    assertThat(scrapes(version, START)).isEqualTo(scrapes(version, START)).hasSize(2);
    assertThat(scrapes(version, Instant.EPOCH)).hasSize(2);
  }

  private List<Double> scrapes(String version, Instant start) {
    try (Drill drill = drill(version, start)) {
      drill.target("a:1");
      drill.target("b:1");
      drill.runFor(Duration.ZERO);
      assertThat(value(drill, "up")).containsExactly(1.0, 1.0);
      drill.runFor(Duration.ofSeconds(45));
      // Every 15 s, to the millisecond.
      assertThat(value(drill, "count_over_time(up[45s])")).containsExactly(3.0, 3.0);
      return value(drill, "timestamp(up) % 15");
    }
  }

  @Test
  void aTargetThatIsNotScrapedIsAnErrorDuringADrillToo() {
    try (Drill drill = drill(VERSIONS[2], START)) {
      drill.target("a:1").value("m", 1);
      drill.runFor(minutes(1));

      drill.target("10.0.0.1:80").value("m", 1).discoveredBy("pods");
      drill.target("b:1").down();
      drill.runFor(minutes(1));

      assertThatThrownBy(() -> drill.target("b:11").down())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "no job of the Prometheus configuration scrapes \"b:11\": did you mean \"b:1\"?");
    }
  }

  @Test
  void aTargetThatIsNotScrapedIsAnError() {
    try (Drill drill = drill(VERSIONS[2], START)) {
      drill.target("aa:1");

      assertThatThrownBy(() -> drill.runFor(minutes(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "no job of the Prometheus configuration scrapes \"aa:1\": did you mean \"a:1\"?");
    }
  }

  @Test
  void aTargetThatIsNotScrapedIsAnErrorInAFile() throws IOException {
    assertError(
        "strict: false\ntests: [{name: one, targets: [{address: 'bb:1'}], run_for: 1m}]\n",
        """
        drill.yml:4:41: error: no job of the Prometheus configuration scrapes "bb:1"
            4 | tests: [{name: one, targets: [{address: 'bb:1'}], run_for: 1m}]
              |                                         ^^^^^^
          hint: did you mean "b:1"?""");
  }

  @Test
  void aStrictFileMustDeclareEveryTarget() throws IOException {
    assertError(
        "strict: true\ntests: [{name: one, targets: [{address: 'a:1'}], run_for: 1m}]\n",
        """
        drill.yml:4:9: error: the file is strict, and targets are scraped that the test does not\
         declare: b:1 (job app)
          hint: declare them, for one test or at the top of the file; one that does not answer as\
         - {address: 'b:1', down: true}""");
  }

  @Test
  void aFileThatIsNotStrictGetsWarnings() throws IOException {
    PreparedFile file = prepared("tests: [{targets: [{address: 'a:1'}], run_for: 1m}]\n");

    assertThat(file.warnings().get(1).render().replace(directory + "/", ""))
        .isEqualTo(
            """
            prometheus.yml:4:38: warning: no test declares target "b:1": nothing answers there
                4 |   static_configs: [{targets: ['a:1', 'b:1']}]
                  |                                      ^^^^^""");
  }

  @Test
  void aJobMustExistAndHaveServiceDiscovery() {
    assertThatThrownBy(() -> prepared("tests: [{targets: [{address: 'c:1', job: pod}]}]\n"))
        .hasMessageContaining("there is no job \"pod\" in the Prometheus configuration")
        .hasMessageContaining("did you mean \"pods\"?");
    assertThatThrownBy(() -> prepared("tests: [{targets: [{address: 'c:1', job: app}]}]\n"))
        .hasMessageContaining("job \"app\" has no service discovery that a test could replace");
  }

  @Test
  void errorsOfPrometheusAreReportedAtTheUsersLine() throws IOException {
    write("prometheus.yml", CONFIG.replace("job_name: app", "job_name: app\n  metric_path: /m"));

    assertError(
        "strict: false\ntests: [{name: one, targets: [{address: 'a:1'}], run_for: 1m}]\n",
        """
        prometheus.yml:4:3: error: Prometheus says: field metric_path not found
            4 |   metric_path: **
              |   ^^^^^^^^^^^
          hint: did you mean "metrics_path"?""");
  }

  @Test
  void aTargetThatIsOnlyDeclaredDownAtTimesIsUpAtOthers() throws IOException {
    PreparedFile file =
        prepared(
            """
            prometheus_replicas: 2
            tests:
            - start_timestamp: 2026-03-02T08:00:00Z
              targets:
              - {address: a:1, from: 2m, to: 4m, down: true}
              - {address: b:1}
              run_for: 6m
              alert_state_test:
              - {alertname: Down, from: 0m, to: 2m, state: inactive}
              - {alertname: Down, labels: {instance: a:1}, from: 3m, to: 4m, state: firing}
              - {alertname: Down, from: 5m, to: 6m, state: inactive}
            """);

    assertThat(run(file).failures()).isEmpty();
  }

  @Test
  void anExporterThatDoesNotStartIsReportedAtItsLine() throws IOException {
    assertError(
        """
        tests:
        - targets:
          - {address: 'a:1', command: [/bin/sh, -c, 'echo no; exit 3']}
          run_for: 1m
        """,
        """
        drill.yml:5:15: error: "/bin/sh -c echo no; exit 3" ended with status 3 and never answered; its\
         last words: no
            5 |   - {address: 'a:1', command: [/bin/sh, -c, 'echo no; exit 3']}
              |               ^^^^^""");
  }

  private void assertError(String file, String message) throws IOException {
    PreparedFile prepared = prepared(file);
    assertThatThrownBy(() -> run(prepared))
        .isInstanceOf(InputException.class)
        .extracting(e -> e.getMessage().replace(directory + "/", ""))
        .isEqualTo(message);
  }

  private ScenarioResult run(PreparedFile file) {
    return new ScenarioRunner(TestPairs.newest(), RunSettings.withLogsIn(directory.resolve("logs")))
        .run(file, file.file().scenarios().get(0));
  }

  private PreparedFile prepared(String file) throws IOException {
    String head = "rule_files: [rules.yml]\nprometheus_config: prometheus.yml\n";
    return PreparedFile.of(ScenarioFile.read(write("drill.yml", head + file)));
  }

  private Drill drill(String version, Instant start) {
    return new RigDrill(
        TestPairs.rigs(version),
        DrillSpec.ofRules(directory.resolve("rules.yml"))
            .prometheusConfig(directory.resolve("prometheus.yml"))
            .start(start)
            .build());
  }

  private static List<Double> value(Drill drill, String promql) {
    return AnsweredQuery.of(drill.query(promql)).outcome().elements().orElseThrow().stream()
        .map(element -> ((QueryValue.Number) element.value()).value())
        .toList();
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
