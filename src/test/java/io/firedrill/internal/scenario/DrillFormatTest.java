package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.Position;
import io.firedrill.model.AlertState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillFormatTest {

  @TempDir Path directory;

  private ScenarioFiles files;

  @BeforeEach
  void files() {
    files = new ScenarioFiles(directory);
  }

  @Test
  void anAlertmanagerConfigurationMakesAFileStrict() {
    files.write("alertmanager.yml", "");
    files.write("prometheus.yml", "");

    ScenarioFile file =
        files.read("alertmanager_config: alertmanager.yml\nprometheus_config: prometheus.yml\n");
    assertThat(file.strict()).isTrue();
    assertThat(file.usesFiredrillKeys()).isTrue();
    assertThat(file.alertmanagerConfig().orElseThrow().value())
        .isEqualTo(directory.resolve("alertmanager.yml"));
    assertThat(file.prometheusConfig().orElseThrow().position().line()).isEqualTo(2);
    assertThat(files.read("alertmanager_config: alertmanager.yml\nstrict: false\n").strict())
        .isFalse();
    assertThat(files.read("strict: true\n").strict()).isTrue();
  }

  @Test
  void readsExpectedNotifications() {
    Scenario test =
        files.routedTest(
            """
            run_for: 2h
            notification_test:
            - receiver: data-oncall
              integration: pagerduty
              from: 10m
              to: 1h
              any_order: true
              exp_notifications:
              - at: 15m30s
                status: firing
                group_labels: {alertname: Failed}
                alerts:
                - status: firing
                  labels: {severity: critical, pipeline: /ingest.*/}
                  annotations: {summary: broken}
                payload: {payload.summary: '/.*ingestion.*/'}
              - {from: 20m, to: 90m}
            - receiver: ml-slack
              exp_notifications: []
            """);

    assertThat(test.runLength()).isEqualTo(Duration.ofHours(2));
    assertThat(test.lastMentionedTime()).isEqualTo(Duration.ofMinutes(90));
    NotificationExpectation entry = test.notificationTests().get(0);
    assertThat(entry.receiver()).isEqualTo("data-oncall");
    assertThat(entry.integration()).contains("pagerduty");
    assertThat(entry.from()).contains(Duration.ofMinutes(10));
    assertThat(entry.to()).contains(Duration.ofHours(1));
    assertThat(entry.order()).isEqualTo(NotificationOrder.ANY);
    ExpectedNotification first = entry.expected().get(0);
    assertThat(first.at()).contains(Duration.ofSeconds(930));
    assertThat(first.status()).contains("firing");
    assertThat(first.groupLabels().get("alertname")).hasToString("\"Failed\"");
    assertThat(first.alerts().get(0).labels().get("pipeline")).hasToString("/ingest.*/");
    assertThat(first.alerts().get(0).annotations().get("summary").matches("broken")).isTrue();
    assertThat(first.payload().keySet()).containsExactly("payload.summary");
    assertThat(first.origin())
        .isInstanceOfSatisfying(Position.class, p -> assertThat(p.line()).isEqualTo(10));
    ExpectedNotification second = entry.expected().get(1);
    assertThat(second.at()).isEmpty();
    assertThat(second.to()).contains(Duration.ofMinutes(90));
    assertThat(test.notificationTests().get(1).expected()).isEmpty();
    assertThat(test.notificationTests().get(1).order()).isEqualTo(NotificationOrder.AS_LISTED);
  }

  @Test
  void readsExpectedStates() {
    Scenario test =
        files.test(
            """
            run_for: 1h
            alert_state_test:
            - {alertname: A, labels: {disk: /s.*/}, from: 10m, to: 14m, state: pending}
            - {alertname: A, at: 15m, state: firing}
            - {alertname: A, from: 20m, state: inactive}
            """);

    assertThat(test.alertStateTests())
        .extracting(AlertStateExpectation::state)
        .containsExactly(AlertState.PENDING, AlertState.FIRING, AlertState.INACTIVE);
    assertThat(test.alertStateTests().get(0).labels().get("disk").matches("sda")).isTrue();
    assertThat(test.alertStateTests().get(1).from()).isEqualTo(Duration.ofMinutes(15));
    assertThat(test.alertStateTests().get(1).to()).isEqualTo(Duration.ofMinutes(15));
    assertThat(test.alertStateTests().get(2).to()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void explainsErrorsInNotifications() {
    files.assertRoutedTestError(
        """
        notification_test:
        - receiver:
          integration: pager-duty
        - receiver: a
          any_order: sometimes
          exp_notifications:
          - at: 1m
            from: 2m
            status: fired
            alerts: [{labels: {a: /b(/}}]
          - {from: 5m, to: 4m}
        """,
        """
        drill.yaml:3:5: error: "receiver" is empty in an item of notification_test
            3 |   - receiver:
              |     ^^^^^^^^

        drill.yaml:3:5: error: "exp_notifications" is missing in an item of notification_test
            3 |   - receiver:
              |     ^
          hint: write exp_notifications: [] if no notification is expected

        drill.yaml:4:18: error: there is no integration "pager-duty"
            4 |     integration: pager-duty
              |                  ^^^^^^^^^^
          hint: did you mean "pagerduty"?

        drill.yaml:6:16: error: expected true or false for "any_order", found "sometimes"
            6 |     any_order: sometimes
              |                ^^^^^^^^^

        drill.yaml:8:7: error: "at" cannot be combined with "from" or "to"
            8 |     - at: 1m
              |       ^^

        drill.yaml:10:15: error: expected firing or resolved, found "fired"
           10 |       status: fired
              |               ^^^^^

        drill.yaml:11:32: error: not a regular expression: unclosed group
           11 |       alerts: [{labels: {a: /b(/}}]
              |                                ^

        drill.yaml:12:18: error: the window ends before it begins
           12 |     - {from: 5m, to: 4m}
              |                  ^^
        """);
  }

  @Test
  void explainsErrorsInStates() {
    files.assertTestError(
        "alert_state_test: [{alertname: A, state: fireing}, {at: 1m, state: firing}]",
        """
        drill.yaml:2:22: error: "to" is missing in an item of alert_state_test
            2 | - alert_state_test: [{alertname: A, state: fireing}, {at: 1m, state: firing}]
              |                      ^
          hint: run_for: 2h would be the default

        drill.yaml:2:44: error: expected inactive, pending or firing, or words such as "never firing" or "firing at least once", found "fireing"
            2 | - alert_state_test: [{alertname: A, state: fireing}, {at: 1m, state: firing}]
              |                                            ^^^^^^^
          hint: did you mean "firing"?

        drill.yaml:2:54: error: "alertname" is missing in an item of alert_state_test
            2 | - alert_state_test: [{alertname: A, state: fireing}, {at: 1m, state: firing}]
              |                                                      ^
        """);
  }

  @Test
  void notificationTestsRequireAnAlertmanager() {
    files.assertTestError(
        "run_for: 1h\nnotification_test: [{receiver: a, exp_notifications: []}]",
        """
        drill.yaml:3:3: error: "notification_test" needs an Alertmanager
            3 |   notification_test: [{receiver: a, exp_notifications: []}]
              |   ^^^^^^^^^^^^^^^^^
          hint: name its configuration at the top of the file: alertmanager_config
        """);
  }

  @Test
  void aTestMustSetItsLength() {
    files.assertRoutedTestError(
        "name: a\nnotification_test: [{receiver: a, exp_notifications: []}]",
        """
        drill.yaml:3:3: error: the length of the test is not set
            3 |   notification_test: [{receiver: a, exp_notifications: []}]
              |   ^^^^^^^^^^^^^^^^^
          hint: write run_for: 2h
        """);
    files.assertRoutedTestError(
        "name: nothing happens at all",
        """
        drill.yaml:2:3: error: the length of the test is not set
            2 | - name: nothing happens at all
              |   ^
          hint: write run_for: 2h
        """);
    assertThat(
            files
                .routedTest("notification_test: [{receiver: a, to: 5m, exp_notifications: []}]")
                .runLength())
        .hasMinutes(5);
    assertThat(
            files
                .routedTest(
                    "notification_test: [{receiver: a, exp_notifications: []}]\n"
                        + "alert_rule_test: [{eval_time: 7m, alertname: A}]")
                .runLength())
        .hasMinutes(7);
    assertThat(files.test("name: nothing is refused").runLength()).isZero();
  }

  @Test
  void onlyFiredrillsKeysMakeAFileDifferentFromPromtools() {
    assertThat(files.read("tests: [{name: a, alert_rule_test: []}]").usesFiredrillKeys()).isFalse();
    assertThat(files.read("tests: [{run_for: 1h}]").usesFiredrillKeys()).isTrue();
    assertThat(files.read("tests: [{input_series: [{series: up, steady: 1}]}]").usesFiredrillKeys())
        .isTrue();
    assertThat(files.test("run_for: 1h").runFor()).isEqualTo(Optional.of(Duration.ofHours(1)));
  }

  @Test
  void readsExpectedFailures() {
    Scenario test =
        files.routedTest(
            """
            failure_test:
            - {receiver: data-oncall, integration: pagerduty, at: 30s, reason: /.*template.*/}
            - {warning: a new parser, to: 1h}
            """);

    FailureExpectation failure = test.failureTests().get(0);
    assertThat(failure.receiver()).contains("data-oncall");
    assertThat(failure.integration()).contains("pagerduty");
    assertThat(failure.from()).contains(Duration.ofSeconds(30)).isEqualTo(failure.to());
    assertThat(failure.matches("failed to template it")).isTrue();
    assertThat(failure.matches("HTTP 400")).isFalse();
    FailureExpectation warning = test.failureTests().get(1);
    assertThat(warning.receiver()).isEmpty();
    assertThat(warning.matches("a new parser")).isTrue();
    assertThat(test.lastMentionedTime()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void anExpectedFailureIsOfAReceiverOrAWarning() {
    files.assertRoutedTestError(
        """
        run_for: 2h
        failure_test:
        - {reason: x, at: 1m}
        - {warning: x, receiver: y, at: 1m}
        - {warning: x, reason: y, at: 1m}
        """,
        """
        drill.yaml:4:5: error: an item of failure_test has either "receiver" or "warning"
            4 |   - {reason: x, at: 1m}
              |     ^
          hint: write warning: /.*/ for any warning

        drill.yaml:5:5: error: an item of failure_test has either "receiver" or "warning"
            5 |   - {warning: x, receiver: y, at: 1m}
              |     ^
          hint: write warning: /.*/ for any warning

        drill.yaml:6:18: error: a warning has neither "reason" nor "integration"
            6 |   - {warning: x, reason: y, at: 1m}
              |                  ^^^^^^
        """);
  }
}
