package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.internal.verdict.SnapshotText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team writes into a webhook's own payload is what its readers see. */
class OwnPayloadTest {

  @TempDir Path directory;

  @Test
  void isPartOfASnapshot() throws IOException {
    Files.writeString(
        directory.resolve("rules.yml"),
        "groups: [{name: g, rules: [{alert: A, expr: x > 1, annotations: {summary: unread}}]}]\n");
    Files.writeString(
        directory.resolve("routes.yml"),
        """
        route: {receiver: r, group_wait: 10s, group_by: [alertname]}
        receivers:
        - name: r
          webhook_configs:
          - url: 'http://x.example'
            payload:
              text: 'Alert {{ .GroupLabels.alertname }} - call ONE'
              actions: [{label: silence, count: '{{ len .Alerts }}'}]
        """);
    Path test =
        Files.writeString(
            directory.resolve("test.yml"),
            """
            rule_files: [rules.yml]
            alertmanager_config: routes.yml
            tests:
            - name: a test
              input_series: [{series: x, steady: 5}]
              run_for: 1m
              notification_test:
              - receiver: r
                exp_notifications:
                - payload: {text: Alert A - call ONE, actions.0.label: silence, fields.actions.0.count: '1'}
            """);

    ScenarioResult result = TestRuns.run(TestPairs.newest(), test, directory.resolve("logs"));

    assertThat(result.failures()).isEmpty();
    assertThat(SnapshotText.lines(result.timeline()))
        .containsExactly(
            "0s  A  inactive -> firing",
            "10s  webhook r  firing  {alertname=\"A\"}",
            "  firing A",
            "  text: Alert A - call ONE",
            "  fields.actions.0.count: 1",
            "  fields.actions.0.label: silence");
  }
}
