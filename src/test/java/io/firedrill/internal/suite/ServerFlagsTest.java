package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.verdict.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real servers do with flags of the user, and say about them. */
class ServerFlagsTest {

  private static final String RULES =
      "groups: [{name: g, rules: [{alert: A, expr: 'limitk(1, up) > 0'}]}]\n";

  private static final String ROUTES =
      "route: {receiver: chat}\nreceivers: [{name: chat, webhook_configs: [{url: 'http://c/'}]}]\n";

  @TempDir private Path directory;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(directory.resolve(".git"));
    Files.writeString(directory.resolve("rules.yml"), RULES);
    Files.writeString(directory.resolve("am.yml"), ROUTES);
  }

  @Test
  void switchesFeaturesOn() throws IOException {
    assertThat(run("prometheus_flags: {enable-feature: promql-experimental-functions}").failures())
        .isEmpty();
  }

  @Test
  void takesTheFlagsOfTheProject() throws IOException {
    Files.writeString(
        directory.resolve(".firedrill.yml"),
        "prometheus_flags: {enable-feature: promql-experimental-functions}\n");

    assertThat(run("strict: false").failures()).isEmpty();
  }

  /** Flags that production often has, of both servers. */
  @Test
  void runsWithTheFlagsOfProduction() throws IOException {
    ScenarioResult result =
        run(
            """
            prometheus_flags:
              enable-feature: [promql-experimental-functions, exemplar-storage, extra-scrape-metrics, memory-snapshot-on-shutdown, concurrent-rule-eval, native-histograms, promql-per-step-stats, promql-delayed-name-removal]
              query.timeout: 2m
              query.max-concurrency: 20
              query.max-samples: 50000000
              query.lookback-delta: 5m
              rules.alert.for-grace-period: 10m
              rules.alert.for-outage-tolerance: 1h
              rules.alert.resend-delay: 1m
              rules.max-concurrent-evals: 4
              alertmanager.notification-queue-capacity: 10000
              storage.tsdb.wal-compression: true
              storage.tsdb.no-lockfile: true
              web.enable-admin-api: true
              web.page-title: Production
              web.cors.origin: .*
              auto-gomemlimit.ratio: 0.9
            alertmanager_flags:
              enable-feature: [utf8-strict-mode, receiver-name-in-metrics]
              data.retention: 120h
              data.maintenance-interval: 15m
              alerts.gc-interval: 30m
              dispatch.maintenance-interval: 30s
              silences.max-silences: 100
              cluster.peer-timeout: 15s
              web.get-concurrency: 10
              web.timeout: 30s
            """);

    assertThat(result.failures()).isEmpty();
    assertThat(result.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prometheus_flags: {query.lookback-dleta: 3m} | Prometheus says: unknown long flag '--query.lookback-dleta' | did you mean "query.lookback-delta"?
          prometheus_flags: {query.timeout: 1m, query.lookback-delta: 3x} | Prometheus says: unknown unit "x" in duration "3x" |
          alertmanager_flags: {data.retentio: 3m} | Alertmanager says: unknown long flag '--data.retentio' | did you mean "data.retention"?
          alertmanager_flags: {enable-feature: classic-mod} | Alertmanager says: unknown option 'classic-mod' for --enable-feature | did you mean "classic-mode"?
          alertmanager_flags: {enable-feature: [classic-mode, utf8-strict-mode]} | Alertmanager says: cannot have both classic and UTF-8 modes enabled |
          alertmanager_flags: {web.timeout: true} | Alertmanager says: expected argument for flag '--web.timeout' |
          """)
  void quotesTheServerAtTheFlag(String flags, String message, String hint) {
    assertThatThrownBy(() -> run(flags))
        .hasMessageContaining("test.yml:1:")
        .hasMessageContaining(": error: " + message + "\n    1 | " + flags + "\n")
        .satisfies(
            e ->
                assertThat(e.getMessage().contains("hint: "))
                    .as(e.getMessage())
                    .isEqualTo(hint != null));
    if (hint != null) {
      assertThatThrownBy(() -> run(flags)).hasMessageEndingWith("hint: " + hint);
    }
  }

  @Test
  void warnsOfAFeatureThatPrometheusIgnores() throws IOException {
    Files.writeString(directory.resolve("rules.yml"), RULES.replace("limitk(1, up)", "up"));

    ScenarioResult result = run("prometheus_flags: {enable-feature: exemplar-storrage}");

    assertThat(result.warnings().stream().map(Problem::render))
        .singleElement()
        .asString()
        .contains("ignores the feature \"exemplar-storrage\", which it does not know")
        .endsWith("hint: did you mean \"exemplar-storage\"?");
  }

  @Test
  void namesTheFeatureThatAnExpressionNeeds() {
    assertThatThrownBy(() -> run("prometheus_flags: {enable-feature: promql-experimental}"))
        .hasMessageContaining("warning: Prometheus ")
        .hasMessageContaining("error: Prometheus says: parse error: limitk() is experimental")
        .hasMessageEndingWith(
            "hint: switch it on: prometheus_flags: {enable-feature: promql-experimental-functions}");
  }

  private ScenarioResult run(String head) throws IOException {
    Path file = directory.resolve("test.yml");
    Files.writeString(
        file,
        head.strip()
            + """

            rule_files: [rules.yml]
            alertmanager_config: am.yml
            tests:
            - input_series: [{series: 'up{job="a"}', values: 1x10}]
              run_for: 5m
              alert_state_test: [{alertname: A, at: 1m, state: firing}]
              notification_test: [{receiver: chat, exp_notifications: [{}]}]
            """);
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(file));
    return new ScenarioRunner(TestPairs.newest(), RunSettings.withLogsIn(directory.resolve("logs")))
        .run(prepared, prepared.file().scenarios().get(0));
  }
}
