package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.model.TimelineEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's own alerting section decides which labels an alert has when it is sent. */
class AlertingSectionTest {

  @TempDir private Path directory;

  @BeforeEach
  void files() throws IOException {
    write("rules.yml", "groups: [{name: g, rules: [{alert: A, expr: x > 1}]}]\n");
    write(
        "am.yml",
        """
        route: {receiver: chat, group_by: ['...']}
        receivers: [{name: chat, webhook_configs: [{url: 'http://c/'}]}]
        """);
  }

  @Test
  void sendsEverythingTwiceIfItForgetsTheReplicaLabel() throws IOException {
    write("prometheus.yml", "global: {external_labels: {cluster: us1}}\n");

    assertThat(sent("prometheus_replicas: 2\nreplica_label: replica"))
        .containsExactly(
            "{alertname=\"A\", cluster=\"us1\", replica=\"prometheus\"}",
            "{alertname=\"A\", cluster=\"us1\", replica=\"prometheus-2\"}");
    assertThat(sent("prometheus_replicas: 2\ndrop_replica_label: true"))
        .containsExactly("{alertname=\"A\", cluster=\"us1\"}");
  }

  @Test
  void dropsTheReplicaLabelItself() throws IOException {
    write(
        "prometheus.yml", "alerting: {alert_relabel_configs: [{action: labeldrop, regex: rep.*}]}");

    assertThat(sent("prometheus_replicas: 2\nreplica_label: replica"))
        .containsExactly("{alertname=\"A\"}");
  }

  @Test
  void relabelsForEachAlertmanager() throws IOException {
    write(
        "prometheus.yml",
        "alerting:\n  alert_relabel_configs: [{target_label: all, replacement: a}]\n"
            + "  alertmanagers:\n"
            + "  - alert_relabel_configs: [{target_label: via, replacement: am1}]\n"
            + "  - alert_relabel_configs: [{target_label: via, replacement: am2}]\n");

    assertThat(sent("alertmanager_replicas: 2"))
        .containsExactly(
            "{alertname=\"A\", all=\"a\", via=\"am1\"}",
            "{alertname=\"A\", all=\"a\", via=\"am2\"}");
    assertThat(sent("strict: false")).containsExactly("{alertname=\"A\", all=\"a\", via=\"am1\"}");
    assertThat(run("strict: false").warnings().stream().map(Problem::message)).isEmpty();
    assertThat(prepared("strict: false").warnings().stream().map(Problem::render))
        .singleElement()
        .asString()
        .contains(
            "prometheus.yml:5:5: warning: a test with one Alertmanager relabels alerts as the")
        .endsWith("hint: with alertmanager_replicas: 2, the first two entries apply to one each");
  }

  private List<String> sent(String head) throws IOException {
    return run(head).timeline().events().stream()
        .filter(TimelineEvent.Notified.class::isInstance)
        .map(e -> ((TimelineEvent.Notified) e).notification().groupLabels().toString())
        .sorted()
        .toList();
  }

  private ScenarioResult run(String head) throws IOException {
    PreparedFile prepared = prepared(head);
    return new ScenarioRunner(TestPairs.newest(), RunSettings.withLogsIn(directory.resolve("logs")))
        .run(prepared, prepared.file().scenarios().get(0));
  }

  private PreparedFile prepared(String head) throws IOException {
    write(
        "test.yml",
        head
            + """

            rule_files: [rules.yml]
            prometheus_config: prometheus.yml
            alertmanager_config: am.yml
            tests:
            - start_timestamp: 2026-03-02T08:00:00Z
              input_series: [{series: x, steady: 5}]
              run_for: 2m
            """);
    return PreparedFile.of(ScenarioFile.read(directory.resolve("test.yml")));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
