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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that behave as exporters in production. */
class RealisticTargetsTest {

  @TempDir private Path directory;

  @BeforeEach
  void files() throws IOException {
    write(
        "rules.yml", "groups: [{name: g, rules: [{alert: A, expr: 'b_bucket{le=\"1\"} > 0'}]}]\n");
    write(
        "prometheus.yml",
        """
        scrape_configs:
        - job_name: app
          scrape_interval: 15s
          static_configs: [{targets: ['app:80']}]
        - job_name: probe
          scrape_interval: 15s
          metrics_path: /probe
          static_configs: [{targets: ['one:161', 'two:161']}]
          relabel_configs:
          - {source_labels: [__address__], target_label: __param_target}
          - {source_labels: [__param_target], target_label: instance}
          - {target_label: __address__, replacement: 'snmp:9116'}
        """);
  }

  @ParameterizedTest
  @CsvSource({"2.53.3, 1, 0.5, 1", "3.5.3, 1.0, 0.5, 1"})
  void stateTheTypesOfMetrics(String version, String le, String quantile, String untyped)
      throws IOException {
    ScenarioResult result =
        run(
            version,
            """
            - address: app:80
              metrics:
              - {series: 'b_bucket{le="1"}', steady: 3}
              - {series: 'b_bucket{le="+Inf"}', steady: 4}
              - {series: b_sum, steady: 9}
              - {series: b_count, steady: 4}
              - {series: 's{quantile="0.5"}', steady: 4}
              - {series: requests_total, steady: 1, type: counter}
              - {series: 'u_bucket{le="1"}', steady: 3, type: untyped}
            """,
            """
            promql_expr_test:
            - {expr: 'count by (le) (b_bucket)', eval_time: 2m, exp_samples: [{labels: '{le="%s"}', value: 1}, {labels: '{le="+Inf"}', value: 1}]}
            - {expr: 'count by (quantile) (s)', eval_time: 2m, exp_samples: [{labels: '{quantile="%s"}', value: 1}]}
            - {expr: 'count by (le) (u_bucket)', eval_time: 2m, exp_samples: [{labels: '{le="%s"}', value: 1}]}
            - {expr: 'sum(b_count + b_sum + requests_total)', eval_time: 2m, exp_samples: [{value: 14}]}
            """
                .formatted(le, quantile, untyped));

    assertThat(result.failures()).isEmpty();
    List<String> warnings = result.warnings().stream().map(Problem::render).toList();
    if (version.startsWith("2")) {
      assertThat(warnings).isEmpty();
    } else {
      assertThat(warnings)
          .singleElement()
          .asString()
          .contains(
              "rules.yml:1:55: warning: le=\"1\" matches no scraped series: from version 3 on,"
                  + " Prometheus turns le=\"1\" into \"1.0\" when it scrapes")
          .endsWith("hint: le=~\"1|1.0\" works in all versions");
    }
  }

  @Test
  void answerByPathAndParameters() throws IOException {
    ScenarioResult result =
        run(
            "3.5.3",
            """
            - {address: 'snmp:9116', path: /probe, metrics: [{series: load, steady: 1}]}
            - {address: 'snmp:9116', params: {target: 'two:161'}, metrics: [{series: load, steady: 2}]}
            - {address: 'snmp:9116', params: {target: 'one:161'}, status: 500, from: 1m}
            - {address: 'app:80', path: /other, metrics: []}
            """,
            """
            promql_expr_test:
            - {expr: 'load', eval_time: 30s, exp_samples: [{labels: 'load{job="probe", instance="one:161"}', value: 1}, {labels: 'load{job="probe", instance="two:161"}', value: 2}]}
            - {expr: 'up == 0', eval_time: 2m, exp_samples: [{labels: 'up{job="probe", instance="one:161"}', value: 0}, {labels: 'up{job="app", instance="app:80"}', value: 0}]}
            """);

    assertThat(result.failures()).isEmpty();
  }

  @Test
  void failAgainAndAgain() throws IOException {
    ScenarioResult result =
        run(
            "3.5.3",
            """
            - {address: 'app:80', metrics: []}
            - {address: 'app:80', down: true, from: 30s, every: 1m, for: 30s}
            """,
            """
            promql_expr_test:
            - {expr: 'changes(up{job="app"}[4m])', eval_time: 4m, exp_samples: [{labels: '{job="app", instance="app:80"}', value: 7}]}
            - {expr: 'avg_over_time(up{job="app"}[4m])', eval_time: 4m, exp_samples: [{labels: '{job="app", instance="app:80"}', value: 0.5}]}
            """);

    assertThat(result.failures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          down: true, every: 1m | "for" is missing in an item of targets
          down: true, every: 1m, for: 1m | "every" must be longer than "for"
          metrics: [], for: 1m | only a fault lasts "for" some time: down, status, slow or body
          down: true, for: 1m, to: 5m | "for" cannot be combined with "to" without "every"
          path: probe | expected a path such as /probe, found "probe"
          'metrics: [{series: a, steady: 1, type: gouge}]' | expected counter, gauge, histogram, summary or untyped, found "gouge"
          'metrics: [{series: a, steady: 1, type: histogram}]' | the series of a histogram end with _bucket, _sum or _count
          """)
  void refuseWhatMeansNothing(String keys, String message) {
    assertThatThrownBy(() -> run("3.5.3", "- {address: 'app:80', " + keys + "}", ""))
        .hasMessageContaining("error: " + message);
  }

  private ScenarioResult run(String version, String targets, String expected) throws IOException {
    write(
        "test.yml",
        "rule_files: [rules.yml]\nprometheus_config: prometheus.yml\nevaluation_interval: 15s\n"
            + "tests:\n- targets:\n"
            + targets.strip().indent(2)
            + "  run_for: 4m\n"
            + expected.indent(2));
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(directory.resolve("test.yml")));
    return new ScenarioRunner(
            TestPairs.rigs(version), RunSettings.withLogsIn(directory.resolve("logs")))
        .run(prepared, prepared.file().scenarios().get(0));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
