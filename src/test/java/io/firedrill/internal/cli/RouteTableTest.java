package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.rig.process.TestPairs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  private static final String ROUTES =
      """
      route:
        receiver: everybody
        group_by: [alertname]
        routes:
        - matchers: [team="data"]
          receiver: data
          group_by: [team]
          group_wait: 10s
          mute_time_intervals: [weekend]
          continue: true
        - matchers: [team=~"data|ops"]
          receiver: ops
          group_by: [...]
          active_time_intervals: [office]
      inhibit_rules: [{source_matchers: [team="ops"], target_matchers: [team="data"]}]
      receivers:
      - name: everybody
      - {name: data, slack_configs: [{api_url: 'http://x/', channel: a}]}
      - name: ops
      time_intervals:
      - {name: weekend, time_intervals: [{weekdays: [saturday, sunday]}]}
      - {name: office, time_intervals: [{times: [{start_time: "08:00", end_time: "18:00"}]}]}
      """;

  private static final String TABLE =
      """
      - {labels: {alertname: A}, receivers: [everybody], group_labels: {alertname: A}, group_wait: 30s}
      - labels: {alertname: A, team: data}
        receivers: [{receiver: data, group_labels: {team: data}, group_wait: 10s}, ops]
      - {labels: {alertname: A, team: data}, at: 2026-03-07T10:00:00Z, receivers: [ops], muted: [data]}
      - {labels: {alertname: A, team: data}, at: 2026-03-09T07:59:00Z, receivers: [data], muted: [ops]}
      - {labels: {alertname: A, team: data}, at: 2026-03-09T08:00:00Z, receivers: [data, ops], muted: []}
      """;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"2.42", "2.53.3", "3.5.3"})
  void agreesWithEachAlertmanager(String version) {
    Cli cli = Cli.with(directory, (request, progress) -> new SharedRigs(TestPairs.rigs(version)));

    Run run = check(cli, TABLE);

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.out()).endsWith("\n5 rows, all as expected\n");
  }

  @Test
  void saysWhatDiffers() {
    Run run =
        check(
            Cli.in(directory),
            """
            - {labels: {alertname: A, team: x}, receivers: [ops, everybody]}
            - {labels: {alertname: A, team: data}, at: 2026-03-08T10:00:00Z, receivers: [data]}
            - {labels: {alertname: A, team: ops}, receivers: [ops], group_labels: {}, group_wait: 1m}
            """);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().substring(run.out().indexOf('\n') + 1))
        .isEqualTo(
            """
            DIR/table.yml:1:3: {alertname="A", team="x"}: expected everybody, ops, Alertmanager sends it to everybody
              expected (-), by Alertmanager (+):
                - ops
            DIR/table.yml:2:3: {alertname="A", team="data"} at 2026-03-08T10:00:00Z: expected data, Alertmanager sends it to ops
              expected (-), by Alertmanager (+):
                - data, which mute_time_intervals weekend mutes, by the route at DIR/am.yml:5:5
                + ops, group {alertname="A", team="data"}, by the route at DIR/am.yml:11:5
            DIR/table.yml:3:3: {alertname="A", team="ops"}: the route to ops differs
              expected (-), by Alertmanager (+):
                - ops, group {}
                + ops, group {alertname="A", team="ops"}, by the route at DIR/am.yml:11:5
                - ops, group_wait 1m
                + ops, group_wait 30s, by the route at DIR/am.yml:11:5
            3 rows, 3 not as expected
            """);
  }

  @Test
  void failsTheTestOfAScenarioFile() {
    Cli cli =
        Cli.in(directory)
            .write("am.yml", ROUTES)
            .write(
                "test.yml",
                """
                alertmanager_config: am.yml
                tests:
                - name: a
                  start_timestamp: 2026-03-07T08:00:00Z
                  route_test:
                  - {labels: {team: data}, at: 2h, receivers: [ops], muted: [data]}
                  - {labels: {team: x}, receivers: [ops]}
                """);

    Run run = cli.test("DIR/test.yml");

    assertThat(run.status()).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "DIR/test.yml:7:5: {team=\"x\"}: expected ops, Alertmanager sends it to everybody\n")
        .doesNotContain("DIR/test.yml:6:5");
  }

  @Test
  void pointsAtMistakesInTheTable() {
    Run run =
        check(
            Cli.in(directory),
            """
            - {labels: {}, receivers: [a]}
            - {labels: {a: b}, at: tomorrow, receivers: [a]}
            - {labels: {a: b}, receiver: a}
            - {labels: {a: b}, receivers: [a], muted: [b]}
            """);

    assertThat(run.status()).as(run.toString()).isEqualTo(2);
    assertThat(run.err())
        .contains("table.yml:1:4: error: an alert has labels")
        .contains("table.yml:2:24: error: expected a time, found \"tomorrow\"")
        .contains("hint: write it as 2026-03-07T08:00:00Z")
        .contains("table.yml:3:20: error: unknown key \"receiver\" in an item of route_test")
        .contains("did you mean \"receivers\"?")
        .contains("table.yml:3:3: error: \"receivers\" is missing in an item of route_test")
        .contains("table.yml:4:36: error: \"muted\" needs \"at\"");
    assertThat(check(Cli.in(directory), "[]\n").err()).contains("the table has no rows");
  }

  private static Run check(Cli cli, String table) {
    return cli.write("am.yml", ROUTES)
        .write("table.yml", table)
        .command("routes", "DIR/am.yml", "--file", "DIR/table.yml");
  }
}
