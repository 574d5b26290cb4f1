package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with real servers, and their complete output. */
class TestCommandTest {

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli = Cli.in(directory);
    cli.write("rules.yml", Cli.RULES).write("routes.yml", Cli.ROUTES);
    cli.write("a.yml", Cli.RULES_TEST).write("b.yml", Cli.ROUTES_TEST);
  }

  @Test
  void passes() {
    Run run = cli.test("DIR/b.yml", "DIR/a.yml", "--run", "data", "--run", "empty$");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                    SERVERS
                    PASS  DIR/b.yml:4  tells the data team
                    PASS  DIR/a.yml:12  stays empty
                    2 passed, 0 failed
                    """,
                ""));
  }

  @Test
  void printsTheSameForAnyNumberOfJobs() {
    cli.write("a.yml", Cli.RULES_TEST.replace("200x10", "0x10"));

    Run one = cli.test("DIR/a.yml", "DIR/b.yml", "--logs", "DIR/logs");
    Run several = cli.test("DIR/a.yml", "DIR/b.yml", "--logs", "DIR/logs", "--jobs", "3");

    assertThat(one.status()).isEqualTo(1);
    assertThat(several).isEqualTo(one);
  }

  @Test
  void showsTheTimelineOnDemand() {
    assertThat(cli.test("DIR/b.yml", "--timeline").out())
        .isEqualTo(
            """
                SERVERS
                PASS  DIR/b.yml:4  tells the data team
                      0s  QueueFull{queue="a", team="data"}  inactive -> pending
                      2m  QueueFull{queue="a", team="data"}  pending -> firing
                      2m30s  webhook data-oncall  firing  {alertname="QueueFull"}  1 alert
                1 passed, 0 failed
                """);
  }

  @Test
  void failsIfAnotherAlertFires() {
    cli.write("a.yml", Cli.RULES_TEST.replace("has 200 jobs", "has 300 jobs"));

    assertThat(cli.test("DIR/a.yml", "--logs", "DIR/logs"))
        .isEqualTo(
            new Run(
                1,
                """
                    SERVERS
                    FAIL  DIR/a.yml:3  fills up
                      DIR/a.yml:7:5: QueueFull at 5m: the firing alert differs
                        expected at DIR/a.yml:10:7 (-), nearest firing alert (+):
                            labels.alertname     "QueueFull"
                            labels.queue         "a"
                            labels.team          "data"
                          - annotations.summary  "Queue a has 300 jobs"
                          + annotations.summary  "Queue a has 200 jobs"
                                                              ~
                        timeline around 5m:
                            0s  QueueFull{queue="a", team="data"}  inactive -> pending
                            2m  QueueFull{queue="a", team="data"}  pending -> firing
                    PASS  DIR/a.yml:12  stays empty
                    the servers' logs of failed tests are in DIR/logs
                    1 passed, 1 failed
                    """,
                ""));
  }

  @Test
  void failsIfAnotherNotificationArrives() {
    cli.write("b.yml", Cli.ROUTES_TEST.replace("at: 2m30s", "at: 3m"));

    assertThat(cli.test("DIR/b.yml", "--logs", "DIR/logs"))
        .isEqualTo(
            new Run(
                1,
                """
                    SERVERS
                    FAIL  DIR/b.yml:4  tells the data team
                          2m30s  webhook data-oncall  firing  {alertname="QueueFull"}  1 alert
                      DIR/b.yml:9:5: data-oncall: the notification differs
                        expected at DIR/b.yml:11:7 (-), nearest notification (+):
                          - time    3m
                          + time    2m30s
                            status  firing
                        why:
                          QueueFull{queue="a", team="data"} at 3m: sent at 2m30s, nothing has changed since, \
                    and the repeat (repeat_interval 4h, the default) is due at 4h7m30s, after the end of the run at 5m
                        timeline:
                            0s     QueueFull{queue="a", team="data"}  inactive -> pending
                            2m     QueueFull{queue="a", team="data"}  pending -> firing
                          > 2m30s  webhook data-oncall  firing  {alertname="QueueFull"}  1 alert
                    the servers' logs of failed tests are in DIR/logs
                    0 passed, 1 failed
                    """,
                ""));
  }

  @Test
  void tellsOnceWhatRepeats() {
    cli.write("rules.yml", "groups: [{name: g, rules: [{alert: Alive, expr: vector(1)}]}]\n");
    cli.write(
        "routes.yml",
        """
        route: {receiver: beat, group_wait: 0s, group_interval: 30s, repeat_interval: 15s}
        receivers: [{name: beat, webhook_configs: [{url: 'http://beat.example'}]}]
        """);
    cli.write(
        "b.yml",
        """
        rule_files: [rules.yml]
        alertmanager_config: routes.yml
        tests:
        - name: a heartbeat
          run_for: 30m
          notification_test: [{receiver: beat, to: 1m, exp_notifications: [{}, {}, {}]}]
        """);

    assertThat(cli.test("DIR/b.yml", "--logs", "DIR/logs").out())
        .isEqualTo(
            """
            SERVERS
            FAIL  DIR/b.yml:4  a heartbeat
                  61 events; --timeline shows them
              DIR/b.yml:4:3: beat at 1m30s: no notification_test covers this notification, nor 57 more
                came:
                  + time          1m30s
                  + integration   webhook
                  + status        firing
                  + group_labels  {}
                  + alerts.0      firing Alive
                why:
                  flush 4 of the group (group_interval 30s): nothing has changed since the notification at 1m, and repeat_interval 15s has passed
                not covered either:
                  firing  {}  1 alert  57 times, from 2m to 30m
                hint: list it under a notification_test of receiver "beat"; strict: false ignores what \
            no entry is about
                timeline around 1m30s:
                    0s     Alive  inactive -> firing
                    0s     webhook beat  firing  {}  1 alert
                    30s    webhook beat  firing  {}  1 alert
                    1m     webhook beat  firing  {}  1 alert
                  > 1m30s  webhook beat  firing  {}  1 alert
                    2m     webhook beat  firing  {}  1 alert
                    ... 5 more times, up to 4m30s
                    ... 51 later events
            the servers' logs of failed tests are in DIR/logs
            0 passed, 1 failed
            """);
  }

  @Test
  void continuesIfPrometheusRefusesAFile() {
    cli.write("bad.yml", Cli.RULES.replace("queue_length > 100", "queue_length >"));
    cli.write("c.yml", Cli.RULES_TEST.replace("rules.yml", "bad.yml"));

    assertThat(cli.test("DIR/c.yml", "DIR/b.yml"))
        .isEqualTo(
            new Run(
                2,
                """
                    SERVERS
                    ERROR DIR/c.yml:3  fills up
                    ERROR DIR/c.yml:12  stays empty
                    PASS  DIR/b.yml:4  tells the data team
                    1 passed, 2 failed
                    """,
                """
                DIR/bad.yml:5:25: error: Prometheus says: parse error: unexpected end of input
                    5 |     expr: queue_length >
                      |                         ^
                """));
  }

  @Test
  void continuesIfAlertmanagerRefusesTheRoutes() {
    cli.write("routes.yml", Cli.ROUTES.replace("receiver: data-oncall", "receiver: data-team"));

    assertThat(cli.test("DIR/b.yml", "DIR/a.yml", "--run", "team", "--run", "fills"))
        .isEqualTo(
            new Run(
                2,
                """
                    SERVERS
                    ERROR DIR/b.yml:4  tells the data team
                    PASS  DIR/a.yml:3  fills up
                    1 passed, 1 failed
                    """,
                """
                DIR/routes.yml:7:15: error: Alertmanager says: undefined receiver "data-team" used in route
                    7 |     receiver: data-team
                      |               ^^^^^^^^^
                """));
  }

  @Test
  void reportsAnInvalidExternalUrlAtTheTest() {
    cli.write(
        "a.yml",
        Cli.RULES_TEST.replace("- name: fills up", "- name: fills up\n  external_url: ':'"));

    Run run = cli.test("DIR/a.yml", "--run", "fills");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("DIR/a.yml:3:3: error: Prometheus says: parse external URL \":\": ");
  }
}
