package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.rig.process.TestPairs;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Rules are evaluated at exact instants even before 1970, where Prometheus rounds times up.
 * promtool 3.14 passes with the same expected values.
 */
class StartBefore1970Test {

  static final String[] VERSIONS = TestPairs.VERSIONS;

  private static final String RULES =
      """
      groups:
      - name: minutely
        rules:
        - alert: Down
          expr: up == 0
          for: 2m
          keep_firing_for: 3m
          annotations: {text: '{{ $value }} {{ with query "time()" }}{{ . | first | value }}{{ end }}'}
        - {record: now, expr: time()}
        - {record: sampled, expr: timestamp(x)}
        - {record: clock, expr: hour() * 100 + minute()}
        - {record: window, expr: 'count_over_time(x[2m])'}
        - {record: fixed, expr: 'x @ -120'}
        - {record: some, expr: x > 2 and x < 5}
      """;

  @TempDir private Path directory;

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void evaluatesRulesAsPromtoolDoes(String version) {
    Run run =
        Cli.with(directory, (request, progress) -> new SharedRigs(TestPairs.rigs(version)))
            .write("rules.yml", RULES)
            .write(
                "test.yml",
                """
                rule_files: [rules.yml]
                evaluation_interval: 1m
                tests:
                - name: on a leap day
                  start_timestamp: 1960-02-29T12:34:56.789Z
                  interval: 1m
                  input_series: [{series: up, values: 0x4 1x6}, {series: x, values: 0+1x10}]
                  alert_rule_test:
                  - {eval_time: 1m, alertname: Down, exp_alerts: []}
                  - {eval_time: 2m, alertname: Down, exp_alerts: [{exp_annotations: {text: 0 -3.10476183211e+08}}]}
                  - {eval_time: 7m, alertname: Down, exp_alerts: [{exp_annotations: {text: 0 -3.10476063211e+08}}]}
                  - {eval_time: 8m, alertname: Down, exp_alerts: []}
                  promql_expr_test:
                  - {expr: now, eval_time: 3m, exp_samples: [{labels: now, value: -310476123.211}]}
                  - {expr: now, eval_time: 3m59s999ms, exp_samples: [{labels: now, value: -310476123.211}]}
                  - {expr: sampled, eval_time: 3m, exp_samples: [{labels: sampled, value: -310476123.211}]}
                  - {expr: clock, eval_time: 3m, exp_samples: [{labels: clock, value: 1237}]}
                  - {expr: timestamp(ALERTS), eval_time: 3m, exp_samples: [{labels: '{alertname="Down", alertstate="firing"}', value: -310476123.211}]}
                - name: across 1970
                  start_timestamp: -120
                  interval: 1m
                  input_series: [{series: up, values: 0x4 1x6}, {series: x, values: 0+1x10}]
                  alert_rule_test:
                  - {eval_time: 2m, alertname: Down, exp_alerts: [{exp_annotations: {text: 0 0}}]}
                  promql_expr_test:
                  - {expr: 'count_over_time(now[10m])', eval_time: 1m59s999ms, exp_samples: [{labels: '{}', value: 2}]}
                  - {expr: 'count_over_time(now[10m])', eval_time: 4m, exp_samples: [{labels: '{}', value: 5}]}
                  - {expr: fixed, eval_time: 3m, exp_samples: [{labels: fixed, value: 0}]}
                  - {expr: some, eval_time: 2m59s999ms, exp_samples: []}
                  - {expr: timestamp(some), eval_time: 3m, exp_samples: [{labels: '{}', value: 60}]}
                  - {expr: some, eval_time: 5m, exp_samples: []}
                - name: a millisecond before 1970
                  start_timestamp: -0.001
                  interval: 1m
                  input_series: [{series: x, values: 0+1x10}]
                  promql_expr_test:
                  - {expr: now, eval_time: 0m, exp_samples: [{labels: now, value: -0.001}]}
                  - {expr: timestamp(now), eval_time: 30s, exp_samples: [{labels: '{}', value: -0.001}]}
                  - {expr: now, eval_time: 1m, exp_samples: [{labels: now, value: 59.999}]}
                  - {expr: x @ start(), eval_time: 1m, exp_samples: [{labels: x, value: 1}]}
                """)
            .test("DIR/test.yml");

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.out()).contains("3 passed, 0 failed");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void notifiesAsAfter1970(String version) {
    Run run =
        Cli.with(directory, (request, progress) -> new SharedRigs(TestPairs.rigs(version)))
            .write(
                "rules.yml",
                Cli.RULES
                    + """
                    - name: often
                      interval: 30s
                      rules: [{record: now, expr: time()}]
                    """)
            .write("routes.yml", Cli.ROUTES)
            .write(
                "test.yml",
                """
                rule_files: [rules.yml]
                alertmanager_config: routes.yml
                tests:
                - name: tells the data team
                  start_timestamp: 1969-12-31T23:56:30.250Z
                  input_series: [{series: 'queue_length{queue="a"}', values: '200x3 0x10'}]
                  run_for: 13m
                  alert_state_test:
                  - {alertname: QueueFull, from: 2m, to: 3m, state: firing}
                  promql_expr_test:
                  - {expr: now, eval_time: 1m30s, exp_samples: [{labels: now, value: -119.75}]}
                  - {expr: timestamp(now), eval_time: 4m, exp_samples: [{labels: '{}', value: 30.25}]}
                  notification_test:
                  - receiver: data-oncall
                    exp_notifications:
                    - {at: 2m30s, status: firing}
                    - {at: 7m30s, status: resolved}
                """)
            .test("DIR/test.yml");

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.out()).contains("1 passed, 0 failed");
  }
}
