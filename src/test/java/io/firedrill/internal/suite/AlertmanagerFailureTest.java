package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.model.TimelineEvent.NotificationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Alertmanager fails to do is an event, and an error unless the test expects it. */
class AlertmanagerFailureTest {

  private static final String PAGERDUTY =
      "pagerduty_configs: [{routing_key: k, description: '{{ (index .Alerts 3).Status }}'}]";

  private static final String REASON =
      "failed to template PagerDuty v2 message: template: :1:4: executing \"\" at <index .Alerts 3>:"
          + " error calling index: index out of range: 3";

  @TempDir Path directory;

  static Stream<String> versions() {
    return Arrays.stream(TestPairs.VERSIONS);
  }

  @BeforeEach
  void writeFiles() throws IOException {
    write("rules.yml", "groups: [{name: g, rules: [{alert: A, expr: x > 1}]}]\n");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aTemplateThatCannotBeRenderedFailsAStrictTest(String version) throws IOException {
    Path test = test(PAGERDUTY, "", "");

    ScenarioResult result = run(version, test);

    String group = version.equals("3.5.3") ? "{alertname=\"A\"}  " : "";
    assertThat(TimelineText.lines(result.timeline()))
        .contains(
            "10s  pagerduty r  " + group + "notification failed: " + REASON,
            "1m10s  pagerduty r  " + group + "notification failed: " + REASON);
    assertThat(result.failures()).extracting(Failure::text).hasSize(1);
    assertThat(result.failures().get(0).text())
        .startsWith(
            test
                + ":3:1: r (pagerduty) at 10s, and 2 more times, from 1m10s to 2m10s: Alertmanager"
                + " failed to notify: "
                + REASON
                + "\n  hint: a failure_test of receiver \"r\" would expect it; with strict: false it"
                + " is a warning\n  timeline around 10s:\n");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aTestMayExpectIt(String version) throws IOException {
    String expected = "failure_test: [{receiver: r, to: 2m, reason: '/.*out of range.*/'}]";

    assertThat(run(version, test(PAGERDUTY, "", expected)).failures())
        .as("the one at 2m10s is not in the window")
        .singleElement()
        .satisfies(f -> assertThat(f.summary()).startsWith("r (pagerduty) at 2m10s: "));
    assertThat(run(version, test(PAGERDUTY, "", expected.replace("to: 2m, ", ""))).failures())
        .isEmpty();
  }

  @Test
  void anExpectedFailureThatDoesNotHappenIsAnError() throws IOException {
    String webhook = "webhook_configs: [{url: 'http://x.example'}]";
    String expected =
        "notification_test: [{receiver: r, exp_notifications: [{}]}], "
            + "failure_test: [{receiver: r, integration: webhook, to: 1m, reason: no}, {warning: /.*/}]";

    assertThat(run("3.5.3", test(webhook, "", expected)).failures())
        .extracting(Failure::summary)
        .containsExactly(
            "r (webhook), 1m or earlier: expected a failure \"no\", found none",
            "warnings of Alertmanager: expected a failure /.*/, found none");
  }

  @Test
  void otherwiseItIsAWarning() throws IOException {
    ScenarioResult result = run("3.5.3", test(PAGERDUTY, ", strict: false", ""));

    assertThat(result.failures()).isEmpty();
    assertThat(result.warnings())
        .extracting(Problem::message)
        .containsExactly(
            "r (pagerduty) at 10s, and 2 more times, from 1m10s to 2m10s: Alertmanager failed to"
                + " notify: "
                + REASON);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aBrokenHeaderOfAMailIsNamed(String version) throws IOException {
    String email =
        "email_configs: [{to: b@x.example, from: a@x.example, smarthost: 'x.example:25', headers: {Subject: '{{ .Nope }}', X-Team: data}}]";

    ScenarioResult result = run(version, test(email, "", ""));

    assertThat(result.error()).isEmpty();
    assertThat(result.timeline().failedNotifications())
        .hasSize(3)
        .extracting(NotificationFailed::reason)
        .allMatch(
            r ->
                r.startsWith("execute \"Subject\" header template: template: :1:3:")
                    && r.endsWith("can't evaluate field Nope in type *template.Data"));
    assertThat(result.timeline().notifications()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aBrokenTextOfAMailIsSentWithoutIt(String version) throws IOException {
    String email =
        "email_configs: [{to: b@x.example, from: a@x.example, smarthost: 'x.example:25', text: '{{ .Nope }}'}]";

    ScenarioResult result = run(version, test(email, "", ""));

    assertThat(result.error()).isEmpty();
    assertThat(result.timeline().failedNotifications()).hasSize(3);
    assertThat(result.timeline().notifications())
        .hasSize(3)
        .allMatch(n -> n.message().orElseThrow().text().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void slackSendsAnEmptyMessage(String version) throws IOException {
    String slack =
        "slack_configs: [{api_url: 'http://x.example', channel: c, title: '{{ .Nope }}'}]";

    List<NotificationFailed> failed =
        run(version, test(slack, "", "")).timeline().failedNotifications();

    assertThat(failed).isNotEmpty();
    assertThat(failed.get(0).integration()).isEqualTo("slack");
    assertThat(failed.get(0).reason()).contains(version.equals("3.5.3") ? "empty message" : "Nope");
  }

  /** The title comes before the error. */
  @ParameterizedTest
  @MethodSource("versions")
  void slackSendsAMessageWithoutItsText(String version) throws IOException {
    String slack =
        "slack_configs: [{api_url: 'http://x.example', channel: c, text: '{{ .Nope }}'}]";

    List<NotificationFailed> failed =
        run(version, test(slack, "", "")).timeline().failedNotifications();

    assertThat(failed).isNotEmpty();
    assertThat(failed.get(0).reason())
        .contains(version.equals("3.5.3") ? "an incomplete message" : "Nope");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void whatTheTestItselfMakesFailIsNoNews(String version) throws IOException {
    String webhook = "webhook_configs: [{url: 'http://x.example'}]";
    for (String fault : List.of("status: 400", "status: 503", "refuse: true")) {
      String action = "actions: [{at: 0s, fail_receiver: {receiver: r, " + fault + "}}]";

      ScenarioResult result = run(version, test(webhook, "", action));

      assertThat(result.timeline().attempts()).as(fault).isNotEmpty();
      assertThat(result.timeline().failedNotifications()).as(fault).isEmpty();
      assertThat(result.failures()).as(fault).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aWarningAboutTheConfigurationFailsAStrictTest(String version) throws IOException {
    String routes = "webhook_configs: [{url: 'http://x.example'}]";
    String expected = "notification_test: [{receiver: r, exp_notifications: [{}]}]";
    Path test = test(routes, "", expected);
    Path config = directory.resolve("routes.yml");
    Files.writeString(
        config,
        Files.readString(config)
            .replace("receiver: r,", "receiver: r, routes: [{matchers: ['a=b\\c']}],"));

    List<Failure> failures = run(version, test).failures();

    if (version.equals("2.42")) {
      assertThat(failures).isEmpty();
      return;
    }
    assertThat(failures)
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.summary())
                    .startsWith(
                        "at 0s, Alertmanager warned when it loaded its configuration: Alertmanager"
                            + " is moving to a new parser for labels and matchers, and this input is"
                            + " incompatible (err: ")
                    .contains("input: a=b\\c, origin: config, suggestion: a=\"b\\\\c\""));
    Files.writeString(
        test,
        Files.readString(test)
            .replace("name: a", "failure_test: [{warning: '/.*a=b.*/'}], name: a"));
    assertThat(run(version, test).failures()).isEmpty();
  }

  private ScenarioResult run(String version, Path test) {
    return TestRuns.run(TestPairs.rigs(version), test, directory.resolve("logs"));
  }

  private Path test(String receiver, String setting, String expected) throws IOException {
    write(
        "routes.yml",
        """
        route: {receiver: r, group_wait: 10s, group_interval: 1m, group_by: [alertname]}
        receivers:
        - name: r
          %s
        """
            .formatted(receiver));
    return write(
        "test.yml",
        """
        {rule_files: [rules.yml], alertmanager_config: routes.yml%s,
        tests: [
        {
          name: a test, run_for: 3m,
          input_series: [{series: x, steady: 5}],
          alert_state_test: [{alertname: A, state: firing}],
          %s}]}
        """
            .formatted(setting, expected));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
