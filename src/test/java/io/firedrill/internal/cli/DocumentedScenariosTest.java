package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation's examples are valid scenario files that pass. */
class DocumentedScenariosTest {

  private static final Path PAGE = Path.of("docs/scenarios.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static final String ROUTES =
      """
      route:
        receiver: everybody
        group_by: [alertname]
        group_wait: 30s
        group_interval: 5m
        repeat_interval: 4h
        routes:
        - matchers: [team="data"]
          receiver: data-oncall
          mute_time_intervals: [weekend]
      receivers:
      - name: everybody
        webhook_configs: [{url: 'http://localhost/everybody'}]
      - name: data-oncall
        webhook_configs: [{url: 'http://localhost/data'}]
      time_intervals:
      - name: weekend
        time_intervals: [{weekdays: ['saturday', 'sunday']}]
      """;

  private static final String INCIDENT =
      """
      time,length
      2026-03-02T08:00:00Z,1
      2026-03-02T08:57:00Z,150
      2026-03-02T08:58:00Z,200
      2026-03-02T08:59:00Z,200
      2026-03-02T09:00:00Z,200
      2026-03-02T10:00:00Z,2
      """;

  private static final String LATE =
      """
      groups:
      - name: in-time
        rules: [{alert: QueueUnknown, expr: absent(queue_length)}]
      - name: later
        query_offset: 2m
        rules: [{alert: QueueUnknownLater, expr: absent(queue_length)}]
      """;

  private static final String HEALTHY =
      """
      - {series: 'queue_length{queue="orders"}', steady: 5}
      - {series: 'queue_length{queue="mails"}', steady: 5}
      """;

  private static final String PROMETHEUS =
      """
      scrape_configs:
      - job_name: workers
        scrape_interval: 15s
        static_configs: [{targets: ['worker:8000']}]
      """;

  private static final String OPEN_METRICS =
      """
      # TYPE busy gauge
      busy{job="worker"} 1 1772438400
      busy{job="worker"} 1 1772445600
      # EOF
      """;

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void filesThatTheExamplesName() {
    cli = Cli.in(directory);
    cli.write("queue-rules.yml", Cli.RULES).write("alertmanager.yml", ROUTES);
    cli.write("incident.csv", INCIDENT).write("incident.om", OPEN_METRICS);
    cli.write("late-rules.yml", LATE);
    cli.write("healthy.yml", HEALTHY).write("prometheus.yml", PROMETHEUS);
  }

  @Test
  void areValidWithoutWarnings() throws IOException {
    assertThat(examples()).hasSizeGreaterThanOrEqualTo(9);
    for (String example : examples()) {
      cli.write("example.yml", example);

      ScenarioFile file = ScenarioFile.read(directory.resolve("example.yml"));

      assertThat(file.scenarios()).as(example).isNotEmpty();
      assertThat(file.warnings()).as(example).isEmpty();
    }
  }

  @Test
  void passOnServers() throws IOException {
    List<String> examples = examples();
    for (int i = 0; i < examples.size(); i++) {
      String beside = examples.get(i).replaceAll("(?m)([a-z-]+\\.(yml|csv|om))", "../$1");
      cli.write("examples/" + i + ".yml", beside);
    }

    Run run = cli.test("DIR/examples", "--jobs", "auto");

    assertThat(run.status()).as(run.toString()).isEqualTo(0);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void mentionEveryKey(String key) throws IOException {
    assertThat(Files.readString(PAGE)).containsPattern("[`{ ]" + key + "[`:,]");
  }

  static Stream<String> keys() {
    return Stream.of(
            "rule_files evaluation_interval group_eval_order fuzzy_compare tests",
            "series_files alertmanager_config strict name start_timestamp interval input_series",
            "external_labels external_url alert_rule_test promql_expr_test run_for",
            "alert_state_test notification_test series values values_from steady ramp drop noise",
            "prometheus_flags alertmanager_flags drop_replica_label delay",
            "gap csv openmetrics receiver integration any_order exp_notifications at from to",
            "status group_labels alerts payload labels annotations state",
            "prometheus_replicas alertmanager_replicas replica_label actions silence matchers",
            "duration expire_silence fail_receiver refuse hang slow restore_receiver stop start",
            "prometheus_config targets address job discovery_labels metrics exposition scrape command",
            "down body target_down target_up",
            "restart reload load expect route_test muted")
        .flatMap(line -> Stream.of(line.split(" ")));
  }

  private static List<String> examples() throws IOException {
    return EXAMPLE.matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).toList();
  }
}
