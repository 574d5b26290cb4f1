package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.verdict.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every reason of real servers for a missing notification. */
class ExplanationTest {

  static final List<String> VERSIONS = List.of(TestPairs.VERSIONS);

  private static final String RULES =
      """
      groups:
      - name: all
        rules:
        - {alert: Down, expr: up_service == 0}
        - {alert: Slow, expr: latency > 1, for: 10m}
        - {alert: Outage, expr: outage == 1}
      """;

  private static final String ROUTES =
      """
      route:
        receiver: everybody
        group_by: [alertname, team]
        group_wait: 30s
        group_interval: 5m
        repeat_interval: 1h
        routes:
        - matchers: [team="data"]
          receiver: data
          group_wait: 2m
          routes:
          - matchers: [severity=~"page|wake"]
            receiver: data-oncall
        - matchers: [team="night"]
          receiver: night
          mute_time_intervals: [always]
        - matchers: [team="day"]
          receiver: day
          active_time_intervals: [never]
        - matchers: [team="quiet"]
          receiver: quiet
        - match: {team: data}
          receiver: late
      inhibit_rules:
      - source_matchers: [alertname="Outage"]
        target_matchers: [alertname="Down"]
        equal: [datacenter]
      time_intervals:
      - name: always
        time_intervals: [{times: [{start_time: '00:00', end_time: '24:00'}]}]
      - name: never
        time_intervals: [{years: ['1969']}]
      receivers:
      - {name: everybody, webhook_configs: [{url: 'http://localhost/'}]}
      - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
      - {name: data-oncall, webhook_configs: [{url: 'http://localhost/'}]}
      - {name: night, webhook_configs: [{url: 'http://localhost/'}]}
      - {name: day, webhook_configs: [{url: 'http://localhost/'}]}
      - name: quiet
        webhook_configs:
        - {url: 'http://localhost/', send_resolved: false}
      - {name: late, webhook_configs: [{url: 'http://localhost/'}]}
      """;

  @TempDir private Path directory;

  @BeforeEach
  void rulesAndRoutes() throws IOException {
    Files.writeString(directory.resolve("rules.yml"), RULES);
    Files.writeString(directory.resolve("routes.yml"), ROUTES);
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void silenced(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                actions:
                - {at: 10s, silence: {matchers: ['alertname="Down"'], duration: 1h}}
                input_series:
                - {series: 'up_service{datacenter="a"}', values: 0x20}
                notification_test:
                - receiver: everybody
                  exp_notifications:
                  - {at: 30s, status: firing, group_labels: {alertname: Down}}
                """))
        .containsExactly(
            "Down{datacenter=\"a\"} at 30s: silenced by {alertname=\"Down\"} until 1h10s, \"part of a"
                + " fire drill\" (firedrill)");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void theReceiverFails(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                actions:
                - {at: 10s, fail_receiver: {receiver: everybody, status: 503, duration: 1h}}
                input_series:
                - {series: 'up_service{datacenter="a"}', values: 0x20}
                notification_test:
                - receiver: everybody
                  exp_notifications:
                  - {at: 30s, status: firing, group_labels: {alertname: Down}}
                """))
        .containsExactly(
            "Down{datacenter=\"a\"} at 30s: sending by webhook has failed since 30s: HTTP 503;"
                + " Alertmanager tries again");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void alertmanagerIsDown(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                actions:
                - {at: 10s, stop: alertmanager}
                input_series:
                - {series: 'up_service{datacenter="a"}', values: 0x20}
                notification_test:
                - receiver: everybody
                  exp_notifications:
                  - {at: 30s, status: firing, group_labels: {alertname: Down}}
                """))
        .containsExactly("Down{datacenter=\"a\"} at 30s: Alertmanager is not running");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void inhibited(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                input_series:
                - {series: 'outage{datacenter="a"}', values: 1x20}
                - {series: 'up_service{datacenter="a"}', values: 0x8 1x12}
                notification_test:
                - receiver: everybody
                  exp_notifications:
                  - {at: 30s, status: firing, group_labels: {alertname: Down}}
                  - {at: 10m30s, status: resolved, group_labels: {alertname: Down}}
                """))
        .containsExactly(
            "Down{datacenter=\"a\"} at 30s: inhibited by Outage{datacenter=\"a\"} (rule at"
                + " DIR/routes.yml:25:3)",
            "Down{datacenter=\"a\"} at 10m30s: inhibited by Outage{datacenter=\"a\"} (rule at"
                + " DIR/routes.yml:25:3)"
                + (version.equals("3.5.3") ? "" : " (computed)")
                + "; no resolved notification is sent then or later");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void muted(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                input_series:
                - {series: 'up_service{team="night"}', values: 0x20}
                - {series: 'up_service{team="day"}', values: 0x8 1x12}
                notification_test:
                - receiver: night
                  exp_notifications:
                  - {to: 20m, status: firing}
                - receiver: day
                  exp_notifications:
                  - {at: 30s, status: firing}
                  - {at: 10m30s, status: resolved}
                """))
        .containsExactly(
            "Down{team=\"night\"} at 0s: the group waits for group_wait (30s): due at 30s",
            "Down{team=\"night\"} from 1m to 20m: muted by the time interval \"always\""
                + " (DIR/routes.yml:29:3)",
            "Down{team=\"day\"} at 30s: not within the active time interval \"never\""
                + " (DIR/routes.yml:31:3)",
            "Down{team=\"day\"} at 10m30s: not within the active time interval \"never\""
                + " (DIR/routes.yml:31:3); no resolved notification is sent then or later");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void toldToOthers(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                input_series:
                - {series: 'up_service{team="data", severity="ticket"}', values: 0x20}
                - {series: 'up_service{team="shop"}', values: 0x20}
                notification_test:
                - {receiver: data-oncall, exp_notifications: [{at: 2m, status: firing}]}
                - receiver: day
                  exp_notifications: [{at: 30s, group_labels: {team: shop}}]
                - receiver: everybody
                  exp_notifications: [{at: 30s, group_labels: {team: data}}]
                - receiver: late
                  exp_notifications: [{at: 30s, group_labels: {team: data}}]
                """))
        .containsExactly(
            "Down{severity=\"ticket\", team=\"data\"} at 2m: it went to receiver \"data\" by the"
                + " route {team=\"data\"} at DIR/routes.yml:8:5; the route to \"data-oncall\" at"
                + " DIR/routes.yml:12:7 requires severity=~\"page|wake\", and the alert has"
                + " {severity=\"ticket\"}",
            "Down{team=\"shop\"} at 2m: no route matched, and the root took it for receiver"
                + " \"everybody\" (DIR/routes.yml:2:3); the route to \"data-oncall\" at"
                + " DIR/routes.yml:12:7: its parent at DIR/routes.yml:8:5 requires team=\"data\", and"
                + " the alert has {team=\"shop\"}",
            "Down{team=\"shop\"} at 30s: no route matched, and the root took it for receiver"
                + " \"everybody\" (DIR/routes.yml:2:3); the route to \"day\" at"
                + " DIR/routes.yml:17:5 requires team=\"day\", and the alert has {team=\"shop\"}",
            "Down{severity=\"ticket\", team=\"data\"} at 30s: it went to receiver \"data\" by the"
                + " route {team=\"data\"} at DIR/routes.yml:8:5; the route to \"everybody\" at"
                + " DIR/routes.yml:2:3 leaves it to the routes below",
            "Down{severity=\"ticket\", team=\"data\"} at 30s: it went to receiver \"data\" by the"
                + " route {team=\"data\"} at DIR/routes.yml:8:5; the route to \"late\" at"
                + " DIR/routes.yml:22:5 comes after the one at DIR/routes.yml:8:5, which takes it");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void notDue(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                input_series:
                - {series: 'up_service{team="data"}', values: 0x20}
                - {series: 'up_service{service="a"}', values: 0x7 1x13}
                - {series: 'up_service{service="b"}', values: 1x2 0x18}
                notification_test:
                - receiver: data
                  to: 10m
                  exp_notifications:
                  - {at: 1m, status: firing}
                - receiver: data
                  from: 10m
                  exp_notifications:
                  - {at: 19m, status: firing}
                - receiver: everybody
                  to: 4m
                  exp_notifications:
                  - {at: 30s, status: firing}
                  - {at: 3m30s, status: firing, alerts: [labels: {service: b}]}
                - receiver: everybody
                  from: 8m
                  to: 9m
                  exp_notifications:
                  - {at: 8m30s, alerts: [labels: {service: a}], status: resolved}
                """))
        .containsExactly(
            "Down{team=\"data\"} at 1m: the group waits for group_wait (2m): due at 2m",
            // Flushes at 2m, 7m, ... and at 1h2m, when the last notification is exactly an hour
            // old.
            "Down{team=\"data\"} at 19m: sent at 2m, nothing has changed since, and the repeat"
                + " (repeat_interval 1h) is due at 1h7m, after the end of the run at 20m",
            "Down{service=\"b\"} at 3m30s: it waits for the next flush of the group (group_interval"
                + " 5m): due at 5m30s",
            "Down{service=\"a\"} at 8m30s: it waits for the next flush of the group (group_interval"
                + " 5m): due at 10m30s");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void notFiring(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                input_series:
                - {series: 'latency{service="a"}', values: 2x5 0x15}
                - {series: 'latency{service="b"}', values: 0 0 2x18}
                - {series: 'up_service{service="a"}', values: 0x5 1x15}
                notification_test:
                - receiver: everybody
                  any_order: true
                  exp_notifications:
                  - {at: 5m30s, status: firing, group_labels: {alertname: Slow}}
                  - {at: 1m30s, group_labels: {alertname: Slow}, alerts: [labels: {service: b}]}
                  - {at: 5m30s, group_labels: {alertname: Slow}, alerts: [labels: {service: c}]}
                  - {at: 5m30s, group_labels: {alertname: Slo}}
                  - {at: 5m30s, group_labels: {alertname: Outage}}
                  - {at: 8m30s, status: firing, group_labels: {alertname: Down}}
                  - {at: 5m, status: resolved, group_labels: {alertname: Down}}
                """))
        .contains(
            "Slow{service=\"a\"} at 5m30s: still pending, since 0s, but inactive again at 6m; it does not fire before the end of the run at 20m",
            "Slow{service=\"b\"} at 5m30s: still pending, since 2m; it fires at 12m",
            "Slow{service=\"b\"} at 1m30s: not pending; it fires at 12m",
            "no Slow of this run has these labels; there were: Slow{service=\"a\"},"
                + " Slow{service=\"b\"}",
            "no alerting rule is named \"Slo\"; did you mean \"Slow\"?",
            "Outage was never pending in this run",
            "Down{service=\"a\"} at 8m30s: it has not fired since 6m",
            "Down{service=\"a\"} at 5m: it still fires, since 0s");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void endsThatAreNotTold(String version) throws IOException {
    assertThat(
            why(
                version,
                """
                input_series:
                - {series: 'up_service{team="quiet"}', values: 0x2 1x18}
                - {series: 'up_service{team="data"}', values: 0 1x20}
                - {series: up_service, values: 0x2 1x18}
                notification_test:
                - receiver: quiet
                  exp_notifications: [{status: firing}, {at: 5m30s, status: resolved}]
                - receiver: data
                  exp_notifications: [{at: 2m, status: resolved}]
                - receiver: everybody
                  exp_notifications:
                  - {status: firing}
                  - {status: resolved}
                  - {at: 10m30s, status: resolved}
                """))
        .containsExactly(
            "Down{team=\"quiet\"} at 5m30s: the webhook at DIR/routes.yml:41:5 has send_resolved: false",
            "Down{team=\"data\"} at 2m: \"data\" got no firing notification, so it gets no resolved one: it"
                + " fired from 0s to 1m, and no flush of the group was in between",
            "Down at 10m30s: it resolved at 3m, which was sent at 5m30s");
  }

  /**
   * With new routes groups are new, and alerts that have waited for group_wait are flushed at once.
   */
  @Test
  void otherRoutesWereLoaded() throws IOException {
    Files.writeString(
        directory.resolve("other.yml"),
        ROUTES.replace("[team=\"night\"]", "[team=\"nobody\"]").replace("wait: 2m", "wait: 3m"));
    assertThat(
            why(
                TestPairs.VERSIONS[2],
                """
                actions:
                - {at: 5m, load: {alertmanager_config: other.yml}}
                input_series:
                - {series: 'up_service{team="night"}', values: 0x20}
                - {series: 'up_service{team="data"}', values: 1x5 0x15}
                notification_test:
                - receiver: night
                  exp_notifications:
                  - {at: 30s, group_labels: {team: night}}
                  - {at: 10m30s, group_labels: {team: night}}
                - {receiver: data, exp_notifications: [{at: 8m, status: firing}]}
                """))
        .containsExactly(
            "Down{team=\"night\"} at 30s: muted by the time interval \"always\""
                + " (DIR/routes.yml:29:3)",
            "Down{team=\"night\"} at 10m30s: no route matched, and the root took it for receiver"
                + " \"everybody\" (DIR/other.yml:2:3); the route to \"night\" at"
                + " DIR/other.yml:14:5 requires team=\"nobody\", and the alert has {team=\"night\"}",
            "Down{team=\"data\"} at 8m: the group waits for group_wait (3m): due at 9m");
  }

  private List<String> why(String version, String test) throws IOException {
    Path file = directory.resolve("test.yml");
    Files.writeString(
        file,
        """
        rule_files: [rules.yml]
        alertmanager_config: routes.yml
        strict: false
        tests:
        - name: why
          run_for: 20m
        """
            + test.indent(2));
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(file));
    Scenario scenario = prepared.file().scenarios().get(0);
    return new ScenarioRunner(
            TestPairs.rigs(version), RunSettings.withLogsIn(directory.resolve("logs")))
        .run(prepared, scenario).failures().stream()
            .map(Failure::explanation)
            .flatMap(List::stream)
            .map(line -> line.replace(directory.toString(), "DIR"))
            .toList();
  }
}
