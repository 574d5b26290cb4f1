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
import org.junit.jupiter.params.provider.ValueSource;

class LateSamplesTest {

  private static final String PHASES =
      """
      - series: requests
        values_from:
        - {values: 0+1x4}
        - {values: 5+1x4, delay: 7m}
        - {values: 10+1x10}
      """;

  @TempDir private Path directory;

  @BeforeEach
  void rules() throws IOException {
    Files.writeString(
        directory.resolve("rules.yml"),
        """
        groups:
        - name: g
          rules:
          - {record: newest, expr: requests}
          - {alert: Silent, expr: absent(requests)}
        """);
  }

  /** At 10m, the newest sample that has arrived is that of 7m. */
  @ParameterizedTest
  @ValueSource(strings = {"2.42", "3.5.3"})
  void arriveAfterTheirTimes(String version) throws IOException {
    ScenarioResult result =
        run(
            version,
            "strict: false",
            "- {series: requests, values: 0+1x20, delay: 3m}",
            """
            alert_state_test:
            - {alertname: Silent, from: 0m, to: 2m, state: firing}
            - {alertname: Silent, from: 3m, state: never firing}
            promql_expr_test:
            - {expr: newest, eval_time: 10m, exp_samples: [{labels: newest, value: 7}]}
            - {expr: requests, eval_time: 10m, exp_samples: [{labels: requests, value: 10}]}
            """);

    assertThat(result.failures()).isEmpty();
    assertThat(result.warnings()).isEmpty();
  }

  /** Those of 5m to 9m arrive from 12m to 16m, after that of 10m. */
  @Test
  void areRefusedIfOthersAreNewer() throws IOException {
    ScenarioResult result =
        run(
            "3.5.3",
            "strict: false",
            PHASES,
            """
            promql_expr_test:
            - {expr: 'count_over_time(requests[30m])', eval_time: 20m, exp_samples: [{value: 16}]}
            """);

    assertThat(result.failures()).isEmpty();
    assertThat(result.warnings().stream().map(Problem::render))
        .singleElement()
        .asString()
        .contains("test.yml:5:13: warning: Prometheus refused 5 late samples: out of order sample")
        .endsWith(
            "hint: storage: {tsdb: {out_of_order_time_window: 30m}} in a prometheus_config lets it"
                + " take them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.42", "3.5.3"})
  void areTakenWithinTheWindow(String version) throws IOException {
    Files.writeString(
        directory.resolve("prometheus.yml"), "storage: {tsdb: {out_of_order_time_window: 30m}}\n");

    ScenarioResult result =
        run(
            version,
            "prometheus_config: prometheus.yml",
            PHASES,
            """
            promql_expr_test:
            - {expr: 'count_over_time(requests[30m])', eval_time: 20m, exp_samples: [{value: 21}]}
            - {expr: newest, eval_time: 8m, exp_samples: [{labels: newest, value: 4}]}
            """);

    assertThat(result.failures()).isEmpty();
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void isNoKeyOfATarget() {
    assertThatThrownBy(
            () ->
                run(
                    "3.5.3",
                    "targets: [{address: a:80, metrics: [{series: a, steady: 1, delay: 1m}]}]",
                    "- {series: b, steady: 1}",
                    ""))
        .hasMessageContaining("error: unknown key \"delay\" in an item of metrics");
  }

  private ScenarioResult run(String version, String head, String series, String expected)
      throws IOException {
    Path file = directory.resolve("test.yml");
    Files.writeString(
        file,
        head
            + "\nrule_files: [rules.yml]\ntests:\n- input_series:\n"
            + series.strip().indent(2)
            + "  run_for: 20m\n"
            + expected.indent(2));
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(file));
    return new ScenarioRunner(
            TestPairs.rigs(version), RunSettings.withLogsIn(directory.resolve("logs")))
        .run(prepared, prepared.file().scenarios().get(0));
  }
}
