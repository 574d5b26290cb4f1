package io.firedrill.assertions;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;
import static io.firedrill.assertions.Subjects.assertFails;
import static org.assertj.core.api.Assertions.assertThat; // Both may be imported.
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firedrill.drill.Drill;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.model.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillAssertTest {

  private static final Path RULES = Path.of("rules/ingestion.yml");
  private static final String JOB = "pipeline_job_success_status{pipeline=\"ingestion\"}";
  private static final String ALERT =
      "DataIngestionFailed{pipeline=\"ingestion\", severity=\"critical\", team=\"data\"}";

  private final List<Drill> drills = new ArrayList<>();

  @AfterEach
  void close() {
    drills.forEach(Drill::close);
  }

  @Test
  void anAlertOrAReceiverTooFewOrTooMany() {
    Drill drill = drill(RULES).series(JOB, Generator.steady(0)).runFor(Duration.ofMinutes(16));

    assertThat(drill).onlyFired("DataIngestionFailed").onlyNotified("data-oncall").hasNoProblems();
    assertFails(
        () -> assertThat(drill).onlyFired("DataIngestionFaild"),
        "no alerting rule is named \"DataIngestionFaild\"; did you mean \"DataIngestionFailed\"?");
    assertFails(
        () -> assertThat(drill).nothingFired(),
        """
        alerts that fire: expected none, found DataIngestionFailed
          expected (-), found (+):
            + DataIngestionFailed
          why:
            ALERT at 15m: pipeline_job_success_status{pipeline="ingestion"} == 0 \
        (rules/ingestion.yml:8:11) is true: the value is 0 of \
        pipeline_job_success_status{pipeline="ingestion"}; active since 0s, for: 15m
          timeline around 15m:
              0s      ALERT  inactive -> pending
            > 15m     ALERT  pending -> firing
              15m30s  webhook data-oncall  firing  {alertname="DataIngestionFailed"}  1 alert
        """
            .replace("ALERT", ALERT));
    assertFails(
        () -> assertThat(drill).onlyNotified("everybody", "data-oncal"),
        "no receiver is named \"data-oncal\"; did you mean \"data-oncall\"?");
    assertFails(
        () -> assertThat(drill).onlyNotified("everybody"),
        """
        receivers that are notified: expected everybody, found data-oncall
          expected (-), found (+):
            + data-oncall
            - everybody
          why:
            ALERT at 16m: it went to receiver "data-oncall" by the route {team="data"} at \
        rules/ingestion-routes.yml:8:5; the route to "everybody" at rules/ingestion-routes.yml:2:3 \
        leaves it to the routes below
            flush 1 of the group (group_wait 30s): the first notification of the group (computed)
            ALERT: fires since 15m
          timeline around 15m30s:
              0s      ALERT  inactive -> pending
              15m     ALERT  pending -> firing
            > 15m30s  webhook data-oncall  firing  {alertname="DataIngestionFailed"}  1 alert
        """
            .replace("ALERT", ALERT));
    assertFails(
        () -> assertThat(drill.receiver("data-oncall")).doesNotContain(notification().firing()),
        """
        data-oncall: expected no such notification, one arrived at 15m30s
          it matches:
              time    15m30s
              status  firing
          why:
            flush 1 of the group (group_wait 30s): the first notification of the group (computed)
            ALERT: fires since 15m
          timeline around 15m30s:
              0s      ALERT  inactive -> pending
              15m     ALERT  pending -> firing
            > 15m30s  webhook data-oncall  firing  {alertname="DataIngestionFailed"}  1 alert
        """
            .replace("ALERT", ALERT));
    assertFails(
        () -> assertThat(drill.receiver("data-oncall")).receivedTimes(0),
        """
        data-oncall: expected no notification, found 1
          why:
            flush 1 of the group (group_wait 30s): the first notification of the group (computed)
            ALERT: fires since 15m
          timeline:
            > 0s      ALERT  inactive -> pending
            > 15m     ALERT  pending -> firing
            > 15m30s  webhook data-oncall  firing  {alertname="DataIngestionFailed"}  1 alert
        """
            .replace("ALERT", ALERT));
    assertFails(
        () -> assertThat(drill).isAt(Duration.ofMinutes(15)),
        "expected the drill at 15m, it is at 16m");
  }

  @Test
  void beforeItMovesNothingHolds() {
    Drill drill = drill(RULES).series(JOB, Generator.steady(0));

    assertThat(drill).isAt(Duration.ZERO);
    assertFails(
        () -> assertThat(drill.alerts("DataIngestionFailed")).isInactive(),
        "DataIngestionFailed: the drill has not run yet; call runFor or step");
    assertFails(
        () -> assertThat(drill.receiver("everybody")).receivedNothing(),
        "everybody: the drill has not run yet; call runFor or step");
    assertFails(
        () -> assertThat(drill).nobodyNotified(),
        "receivers that are notified: the drill has not run yet; call runFor or step");
    assertFails(
        () -> assertThat(drill.query("up")).isEmpty(),
        "up: the drill has not run yet; call runFor or step");
    assertFails(
        () -> assertThat(drill.timeline()).hasNoEvents(),
        "timeline: the drill has not run yet; call runFor or step");
  }

  @Test
  void withoutAnAlertmanagerNobodyIsEverNotified() {
    Drill drill = new RigDrill(TestPairs.newest(), DrillSpec.ofRules(RULES).build());
    drills.add(drill);
    drill.series(JOB, Generator.steady(0)).runFor(Duration.ofMinutes(16));

    String text =
        "receivers that are notified: the drill has no Alertmanager, so nobody is ever notified";
    assertFails(() -> assertThat(drill).nobodyNotified(), text);
    assertFails(() -> assertThat(drill).onlyNotified("data-oncall"), text);
    assertThat(drill).onlyFired("DataIngestionFailed");
  }

  @Test
  void aRuleThatCannotBeEvaluatedIsAProblem(@TempDir Path directory) throws IOException {
    Path rules = directory.resolve("rules.yml");
    Files.writeString(
        rules,
        """
        groups:
        - name: broken
          rules:
          - {alert: Broken, expr: left / on() right}
        """);
    Drill drill = drill(rules);
    drill.series("left", "1x5").series("right{a=\"1\"}", "1x5").series("right{a=\"2\"}", "1x5");
    drill.runFor(Duration.ofMinutes(1));

    assertThat(catchThrowable(() -> assertThat(drill).hasNoProblems()))
        .hasMessageStartingWith(
            """
            expected no problems
              found:
                at 0s, rule Broken could not be evaluated: found duplicate series""");
    assertThat(drill.problems()).hasSize(1);
  }

  @Test
  void whatWasNotNotifiedIsExplained() {
    Drill drill = drill(RULES).series(JOB, Generator.steady(0)).runFor(Duration.ofMinutes(20));

    assertThat(catchThrowable(() -> assertThat(drill).onlyNotified("data-oncall", "everybody")))
        .hasMessageStartingWith(
            """
            receivers that are notified: expected data-oncall, everybody, found data-oncall
              expected (-), found (+):
                  data-oncall
                - everybody
              why:
                ALERT at 20m: it went to receiver "data-oncall\""""
                .replace("ALERT", ALERT));
    assertThat(catchThrowable(() -> assertThat(drill.receiver("data-oncall")).receivedTimes(2)))
        .hasMessageStartingWith(
            """
            data-oncall: expected 2 notifications, found 1
              why:
                ALERT at 20m: \
            """
                .replace("ALERT", ALERT)
                .stripTrailing())
        .hasMessageContaining("repeat_interval");
  }

  @Test
  void aNotificationThatAlertmanagerGivesUpIsAProblemUnlessExpected(@TempDir Path directory)
      throws IOException {
    Path rules =
        Files.writeString(
            directory.resolve("rules.yml"),
            "groups: [{name: g, rules: [{alert: A, expr: x > 1}]}]\n");
    Path routes =
        Files.writeString(
            directory.resolve("routes.yml"),
            """
            route: {receiver: r, group_wait: 10s, group_interval: 1m}
            receivers:
            - name: r
              pagerduty_configs: [{routing_key: k, description: '{{ .Nope }}'}]
            """);
    Drill drill = drill(rules, routes).series("x", Generator.steady(5)).runFor(duration("90s"));

    assertThat(drill.problems())
        .singleElement()
        .asString()
        .startsWith(
            "r (pagerduty) at 10s, and at 1m10s: Alertmanager failed to notify: failed to template"
                + " PagerDuty v2 message: ")
        .endsWith("can't evaluate field Nope in type *template.Data");
    drill.expectFailedNotification("r", "/.*field Nope.*/");
    assertThat(drill).hasNoProblems();
    drill.expectFailedNotification("r", "another").expectServerWarning("/.*parser.*/");
    assertThat(drill.problems())
        .containsExactly(
            "r: expected a failure \"another\", found none",
            "warnings of Alertmanager: expected a failure /.*parser.*/, found none");
  }

  @Test
  void aRefusedExpressionFailsWhateverIsAsserted() {
    Drill drill = drill(RULES).series(JOB, "0x5").runFor(Duration.ofMinutes(1));

    assertFails(
        () -> assertThat(drill.query("sum(rate(up[5m])")).isEmpty(),
        """
        sum(rate(up[5m]) at 1m: parse error: unclosed left parenthesis
          the expression:
            sum(rate(up[5m])
                            ^
        """);
  }

  @Test
  void softlyToo() {
    Drill drill = drill(RULES).series(JOB, "0x5").runFor(Duration.ofMinutes(1));
    DrillSoftAssertions softly = new DrillSoftAssertions();

    softly.assertThat(drill).isAt(Duration.ZERO).onlyFired("Nothing").onlyNotified("nobody");
    softly.assertThat(drill).nothingFired().nobodyNotified().hasNoProblems();
    softly.assertThat(drill.receiver("data-oncall")).received(notification());

    assertThat(softly.assertionErrorsCollected()).hasSize(4);
  }

  private Drill drill(Path rules) {
    return drill(rules, Path.of("rules/ingestion-routes.yml"));
  }

  private Drill drill(Path rules, Path routes) {
    DrillSpec spec = DrillSpec.ofRules(rules).alertmanagerConfig(routes).build();
    Drill drill = new RigDrill(TestPairs.newest(), spec);
    drills.add(drill);
    return drill;
  }
}
