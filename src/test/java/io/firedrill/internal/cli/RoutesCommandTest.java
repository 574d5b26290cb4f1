package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.rig.process.TestPairs;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesCommandTest {

  private static final String ROUTES =
      """
      route:
        receiver: everybody
        group_by: [alertname]
        routes:
        - matchers: [severity="page"]
          receiver: audit
          group_wait: 0s
          continue: true
        - matchers: [team="data"]
          receiver: data
          group_by: ['...']
          routes:
          - matchers: [queue=~"mail.*"]
            receiver: mail
            mute_time_intervals: [weekends]
        - matchers: [team="data"]
          receiver: nobody
      time_intervals:
      - name: weekends
        time_intervals: [{weekdays: [saturday, sunday]}]
      receivers:
      - {name: everybody, webhook_configs: [{url: 'http://localhost/'}]}
      - {name: audit, webhook_configs: [{url: 'http://localhost/'}]}
      - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
      - {name: mail, webhook_configs: [{url: 'http://localhost/'}]}
      - {name: nobody, webhook_configs: [{url: 'http://localhost/'}]}
      """;

  private static final String SCENARIOS =
      """
      rule_files: [rules.yml]
      alertmanager_config: routes.yml
      strict: false
      tests:
      - name: one queue
        input_series: [{series: 'queue_length{queue="orders"}', steady: 200}]
        run_for: 10m
      - name: two queues
        external_labels: {severity: page}
        input_series:
        - {series: 'queue_length{queue="mails"}', steady: 200}
        - {series: 'queue_length{queue="mailbox"}', values: 200x5 0x5}
        run_for: 10m
      """;

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli = Cli.in(directory).write("routes.yml", ROUTES).write("rules.yml", Cli.RULES);
  }

  /** Since Alertmanager 0.31, an empty list overrides the parent's ("[BUGFIX] ... #4825"). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2.53.3 | {alertname=\"A\"} | [alertname]", "3.5.3 | {} | []"})
  void readsAnEmptyGroupByAsTheServersDo(String version, String group, String groupBy) {
    cli =
        Cli.with(directory, (request, progress) -> new SharedRigs(TestPairs.rigs(version)))
            .write("routes.yml", ROUTES.replace("group_by: ['...']", "group_by: []"))
            .write("rules.yml", Cli.RULES)
            .write("test.yml", SCENARIOS);

    Run one = routes("DIR/routes.yml", "alertname=A", "team=data");
    Run all = routes("DIR/routes.yml", "--scenarios", "DIR/test.yml");

    assertThat(one.status()).as(one.toString()).isZero();
    assertThat(one.out())
        .contains("to receiver data, group " + group + "\n", "group_by " + groupBy + ", ")
        .endsWith("Alertmanager routes it the same way\n");
    assertThat(all.out())
        .containsPattern(
            "receiver data\\R.*\\R +1 alert, 1 notification: DIR/test.yml:5  one queue\\R");
  }

  private Run routes(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "routes";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].replace("DIR", directory.toString());
    }
    return cli.run(all);
  }

  @Test
  void showTheRoutesOfAnAlert() {
    assertThat(routes("DIR/routes.yml", "alertname=Full", "team=data", "severity=page"))
        .isEqualTo(
            new Run(
                0,
                """
                SERVERS
                {alertname="Full", severity="page", team="data"} takes 2 routes
                to receiver audit, group {alertname="Full"}
                  DIR/routes.yml:2:3  {}  receiver everybody
                    DIR/routes.yml:5:5  {severity="page"}  receiver audit, continue
                      group_by [alertname], group_wait 0s, group_interval 5m, repeat_interval 4h
                to receiver data, group {alertname="Full", severity="page", team="data"}
                  DIR/routes.yml:2:3  {}  receiver everybody
                    DIR/routes.yml:9:5  {team="data"}  receiver data
                      group_by [...], group_wait 30s, group_interval 5m, repeat_interval 4h
                Alertmanager routes it the same way
                """,
                ""));
  }

  @Test
  void showAllRoutesAndTheTestsThatReachThem() {
    cli.write("test.yml", SCENARIOS);

    assertThat(routes("DIR/routes.yml", "--scenarios", "DIR/test.yml"))
        .isEqualTo(
            new Run(
                0,
                """
                SERVERS
                DIR/routes.yml:2:3  {}  receiver everybody
                    group_by [alertname], group_wait 30s, group_interval 5m, repeat_interval 4h
                    reached only on the way to routes below, by 2 tests
                  DIR/routes.yml:5:5  {severity="page"}  receiver audit, continue
                      group_by [alertname], group_wait 0s, group_interval 5m, repeat_interval 4h
                      2 alerts, 2 notifications: DIR/test.yml:8  two queues
                  DIR/routes.yml:9:5  {team="data"}  receiver data
                      group_by [...], group_wait 30s, group_interval 5m, repeat_interval 4h
                      1 alert, 1 notification: DIR/test.yml:5  one queue
                    DIR/routes.yml:13:7  {queue=~"mail.*"}  receiver mail
                        group_by [...], group_wait 30s, group_interval 5m, repeat_interval 4h, \
                mute_time_intervals [weekends]
                        2 alerts, 3 notifications: DIR/test.yml:8  two queues
                  DIR/routes.yml:16:5  {team="data"}  receiver nobody
                      group_by [alertname], group_wait 30s, group_interval 5m, repeat_interval 4h
                      NOT REACHED by any test
                5 routes, 2 tests; not reached: 1
                """,
                ""));
  }

  @Test
  void showRoutesWithoutScenarios() {
    cli.write("other.yml", Cli.ROUTES).write("test.yml", Cli.ROUTES_TEST);

    Run run = routes("DIR/other.yml", "--scenarios", "DIR/empty.yml");

    assertThat(run.status()).isEqualTo(2);
    cli.write("routes.yml", Cli.ROUTES);
    assertThat(routes("DIR/other.yml", "--scenarios", "DIR/test.yml"))
        .isEqualTo(
            new Run(
                0,
                """
                SERVERS
                DIR/other.yml:2:3  {}  receiver everybody
                    group_by [alertname], group_wait 30s, group_interval 5m, repeat_interval 4h
                  DIR/other.yml:6:5  {team="data"}  receiver data-oncall
                      group_by [alertname], group_wait 30s, group_interval 5m, repeat_interval 4h
                no scenario uses this configuration, so it is unknown which of its routes are reached
                """,
                ""));
  }

  @Test
  void printJson() {
    Run run = routes("DIR/routes.yml", "--json", "team=data", "queue=mails");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .contains("\"receiver\" : \"mail\"", "\"line\" : 13", "\"alertmanager_agrees\" : true");
  }

  @Test
  void refuseInvalidLabels() {
    assertThat(routes("DIR/routes.yml", "team"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                firedrill: expected LABEL=VALUE, found "team"
                Try: firedrill routes --help
                """));
    assertThat(routes("DIR/routes.yml", "team=a", "team=b").err())
        .startsWith("firedrill: label \"team\" is given twice\n");
  }

  @Test
  void leaveValidationToAlertmanager() {
    cli.write("routes.yml", ROUTES.replace("receiver: nobody", "receiver: nobdy"));

    Run run = routes("DIR/routes.yml", "team=data");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            DIR/routes.yml:17:15: error: Alertmanager says: undefined receiver "nobdy" used in route
               17 |     receiver: nobdy
                  |               ^^^^^
            """);
  }
}
