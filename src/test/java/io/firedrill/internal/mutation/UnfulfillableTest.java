package io.firedrill.internal.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected notifications that no Alertmanager can send. One alert fires at 5m, in team data. */
class UnfulfillableTest {

  @TempDir private Path directory;

  private boolean isUnfulfillable(String notification) throws IOException {
    Files.writeString(
        directory.resolve("routes.yml"),
        "route: {receiver: a}\nreceivers: [{name: a, webhook_configs: [{url: 'http://a/'}]}]\n");
    Path file =
        Files.writeString(
            directory.resolve("test.yml"),
            """
            rule_files: []
            alertmanager_config: routes.yml
            tests:
            - name: t
              run_for: 1h
              notification_test:
              - receiver: a
                exp_notifications: [%s]
            """
                .formatted(notification));
    Scenario scenario = ScenarioFile.read(file).scenarios().get(0);
    Sent sent =
        new Sent(
            scenario.start().plus(Duration.ofMinutes(5)),
            1,
            "",
            "A",
            Labels.of("alertname", "A", "team", "data"),
            Map.of("summary", "5 jobs"),
            "{}");
    return Unfulfillable.is(scenario, List.of(sent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{at: 4m30s}",
        "{to: 4m30s}",
        "{group_labels: {alertname: B}}",
        "{alerts: [{labels: {team: web}}]}",
        "{alerts: [{labels: {missing: x}}]}",
        "{alerts: [{annotations: {summary: 6 jobs}}]}",
        "{alerts: [{annotations: {summary: /6.*/}}]}",
        "{at: 6m}, {at: 3m}"
      })
  void cannotBeSent(String notification) throws IOException {
    assertThat(isUnfulfillable(notification)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{at: 5m}",
        "{at: 5m30s, status: resolved}",
        "{from: 50m}",
        "{group_labels: {alertname: A}}",
        // The group need not be by team, and lacks the label then.
        "{group_labels: {team: ''}}",
        "{alerts: [{labels: {team: data}, annotations: {summary: /5.*/}}]}",
        "{alerts: [{labels: {missing: ''}}]}"
      })
  void mayBeSent(String notification) throws IOException {
    assertThat(isUnfulfillable(notification)).isFalse();
  }
}
