package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that would pass because nothing was looked at. */
class InputUseTest {

  @TempDir private Path directory;

  @BeforeEach
  void rules() throws IOException {
    Files.writeString(
        directory.resolve("rules.yml"),
        """
        groups:
        - name: pool
          rules:
          - {alert: PoolCold, expr: 'pool_degrees{depth="deep"} < 20'}
          - {alert: NoPump, expr: absent(pump)}
          - {record: warm, expr: sum(pool_degrees)}
          - {alert: Warm, expr: warm > 30}
        """);
    Files.writeString(
        directory.resolve("routes.yml"),
        """
        route: {receiver: lifeguard}
        receivers:
        - {name: lifeguard, webhook_configs: [{url: 'http://localhost/'}]}
        """);
    Files.writeString(
        directory.resolve("healthy.yml"), "- {series: server_degrees, values: 40x60}\n");
  }

  private static final String MISSPELT =
      """
      - input_series:
        - {series: 'pool_degress{depth="deep"}', values: 25x60}
        - {series: pump, values: 1x60}
        run_for: 5m
        alert_rule_test:
        - {eval_time: 1m, alertname: PoolCold}
        - {eval_time: 2m, alertname: PoolCold}
        - {eval_time: 2m, alertname: NoPump}
      """;

  @Test
  void warnsOutsideOfStrictFiles() throws IOException {
    ScenarioResult result = run("strict: false\n", MISSPELT).get(0);

    assertThat(result.passed()).isTrue();
    assertThat(result.warnings())
        .extracting(p -> own(p.render()))
        .containsExactly(
            """
            test.yml:7:14: warning: no rule and no query reads pool_degress; the nearest metric that is read is pool_degrees (rules.yml:4:30)
                7 |   - {series: 'pool_degress{depth="deep"}', values: 25x60}
                  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              hint: unread_series: [pool_degress] in the test says that this is meant""",
            """
            test.yml:11:5: warning: PoolCold cannot fire in this test: pool_degrees{depth="deep"} (rules.yml:4:30) has no samples; the nearest metric that has is pool_degress
              hint: without_samples: [PoolCold] in the test says that this is meant""");
  }

  @Test
  void failsStrictFiles() throws IOException {
    List<ScenarioResult> results =
        run(
            "strict: true\n",
            MISSPELT
                + """
                - input_series:
                  - {series: 'pool_degress{depth="deep"}', values: 25x60}
                  - {series: pump, values: 1x60}
                  run_for: 5m
                  unread_series: [pool_degress]
                  without_samples: [PoolCold]
                  alert_rule_test:
                  - {eval_time: 1m, alertname: PoolCold}
                """);

    assertThat(results.get(0).failures())
        .extracting(f -> f.kind() + " " + own(f.text()))
        .containsExactly(
            """
            series_unread test.yml:7:14: no rule and no query reads pool_degress; the nearest metric that is read is pool_degrees (rules.yml:4:30)
              hint: unread_series: [pool_degress] in the test says that this is meant""",
            """
            without_samples test.yml:11:5: PoolCold cannot fire in this test: pool_degrees{depth="deep"} (rules.yml:4:30) has no samples; the nearest metric that has is pool_degress
              hint: without_samples: [PoolCold] in the test says that this is meant""");
    assertThat(results.get(1).failures()).extracting(Failure::text).isEmpty();
  }

  @Test
  void warnsOfWhatIsAllowedWithoutNeed() throws IOException {
    assertThat(
            found(
                """
                - input_series:
                  - {series: 'pool_degrees{depth="deep"}', values: 25x60}
                  unread_series: [pool_degrees, towels]
                  without_samples: [PoolCold]
                  alert_rule_test:
                  - {eval_time: 1m, alertname: PoolCold}
                """))
        .containsExactly(
            "is read, or is not fed: \"pool_degrees\"",
            "is read, or is not fed: \"towels\"",
            "has samples, or needs none: \"PoolCold\"");
  }

  @Test
  void namesTheNearestSeriesOfTheMetric() throws IOException {
    assertThat(
            found(
                """
                - input_series:
                  - {series: 'pool_degrees{depth="deap"}', values: 25x60}
                  alert_state_test:
                  - {alertname: PoolCold, from: 1m, to: 2m, state: inactive}
                  - {alertname: Warm, from: 1m, to: 2m, state: inactive}
                """))
        .containsExactly(
            "PoolCold cannot fire in this test: pool_degrees{depth=\"deep\"} (rules.yml:4:30) has no"
                + " samples; the nearest series is pool_degrees{depth=\"deap\"}: depth is \"deap\"");
  }

  /** As a public test suite has it: its "good" test passes whatever the values are. */
  @Test
  void seriesThatLackALabelAreNoOtherSeries() throws IOException {
    assertThat(
            found(
                """
                - input_series:
                  - {series: pool_degrees, values: 25x60}
                  alert_rule_test:
                  - {eval_time: 1m, alertname: PoolCold}
                - input_series:
                  - {series: 'pool_degrees{depth="deep"}', values: 25x60}
                  alert_rule_test:
                  - {eval_time: 1m, alertname: PoolCold}
                """))
        .containsExactly(
            "PoolCold cannot fire in this test: pool_degrees{depth=\"deep\"} (rules.yml:4:30) has no"
                + " samples; the nearest series is pool_degrees: depth is missing");
  }

  @Test
  void aReceiverOfWhichNothingIsExpected() throws IOException {
    Files.writeString(
        directory.resolve("rules.yml"),
        """
        groups:
        - name: pool
          rules:
          - {record: warm, expr: sum(pool_degrees)}
          - {alert: Warm, expr: warm > 30}
        """);
    assertThat(
            found(
                """
                - run_for: 5m
                  notification_test:
                  - {receiver: lifeguard, exp_notifications: []}
                """))
        .containsExactly(
            "no alert can fire in this test, and so none notifies lifeguard: pool_degrees"
                + " (rules.yml:4:30) has no samples");
  }

  /** Each of these is as it should be. */
  @Test
  void isNoFalseAlarm() throws IOException {
    assertThat(
            found(
                """
                # Other series of a metric show that a rule ignores them; the next test feeds its own.
                - input_series:
                  - {series: 'pool_degrees{depth="shallow"}', values: 5x60}
                  - {series: pump, values: 1x60}
                  alert_rule_test:
                  - {eval_time: 1m, alertname: PoolCold}
                  - {eval_time: 1m, alertname: NoPump}
                  - {eval_time: 1m, alertname: Warm}
                - input_series:
                  - {series: 'pool_degrees{depth="deep"}', values: 25x60}
                  # Only the next test reads it, but both feed the same.
                  - {series: towels, values: 25x60}
                  # Prometheus reads it when it starts.
                  - {series: 'ALERTS_FOR_STATE{alertname="PoolCold"}', values: 0x60}
                  alert_rule_test:
                  - {eval_time: 1m, alertname: PoolCold}
                - input_series:
                  - {series: towels, values: 25x60}
                  promql_expr_test:
                  - {expr: towels, eval_time: 1m, exp_samples: [{labels: towels, value: 25}]}
                  - {expr: nothing, eval_time: 1m}
                """))
        .isEmpty();
  }

  private List<String> found(String tests) throws IOException {
    return run("strict: false\nseries_files: [healthy.yml]\n", tests).stream()
        .flatMap(r -> Stream.concat(r.warnings().stream().map(Problem::message), failed(r)))
        .map(this::own)
        .toList();
  }

  private static Stream<String> failed(ScenarioResult result) {
    return result.failures().stream().map(Failure::text);
  }

  private String own(String text) {
    return text.replace(directory + "/", "");
  }

  private List<ScenarioResult> run(String keys, String tests) throws IOException {
    Path file = directory.resolve("test.yml");
    Files.writeString(
        file,
        "rule_files: [rules.yml]\nalertmanager_config: routes.yml\n"
            + keys
            + "evaluation_interval: 1m\ntests:\n"
            + tests);
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(file));
    ScenarioRunner runner =
        new ScenarioRunner(TestPairs.newest(), RunSettings.withLogsIn(directory.resolve("logs")));
    return prepared.file().scenarios().stream()
        .map((Scenario scenario) -> runner.run(prepared, scenario))
        .toList();
  }
}
