package io.firedrill.internal.live;

import static io.firedrill.internal.live.ActionDrill.duration;
import static io.firedrill.internal.live.ActionDrill.states;
import static io.firedrill.internal.live.ActionDrill.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.drill.Drill;
import io.firedrill.drill.Server;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.Replicas;
import io.firedrill.model.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Servers that stop, start, reload, and load other files. */
class ServerActionTest {

  static final String[] VERSIONS = TestPairs.VERSIONS;

  @TempDir Path directory;

  /** The notification log is kept on disk, the alerts are not: Prometheus sends them again. */
  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void alertmanagerKnowsAfterARestartWhatItHasSent(String version) {
    Timeline timeline =
        ActionDrill.run(version, "1h", d -> d.restart(Server.ALERTMANAGER), "4h30m");

    // Sent again in every odd minute: at 1h1m, older than group_wait, and so flushed at once and
    // then every 5m. 4h16m is more than repeat_interval after 15m30s.
    assertThat(told(timeline))
        .containsExactly("15m30s firing data-oncall", "4h16m firing data-oncall");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void alertsThatFireWhileAlertmanagerIsDownAreToldWhenItIsBack(String version) {
    try (Drill drill = ActionDrill.of(version)) {
      drill
          .at(duration("14m"), d -> d.stop(Server.ALERTMANAGER))
          .at(duration("44m"), d -> d.start(Server.ALERTMANAGER))
          .runFor(duration("1h"));

      // Prometheus sends in vain at 15m, 17m and so on, and at 45m with success.
      assertThat(states(drill.timeline())).containsExactly("0s pending", "15m firing");
      assertThat(told(drill.timeline())).containsExactly("45m firing data-oncall");
    }
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void alertsThatComeAndGoWhileAlertmanagerIsDownAreNeverTold(String version) {
    try (Drill drill = ActionDrill.of(version)) {
      drill
          .series(ActionDrill.JOB, "0x19 1x60")
          .at(duration("14m"), d -> d.stop(Server.ALERTMANAGER))
          .at(duration("44m"), d -> d.start(Server.ALERTMANAGER))
          .runFor(duration("1h10m"));

      // Resolved at 20m, and sent as resolved for 15 more minutes.
      assertThat(states(drill.timeline()))
          .containsExactly("0s pending", "15m firing", "20m inactive");
      assertThat(told(drill.timeline())).isEmpty();
    }
  }

  /**
   * Prometheus's documentation of {@code --rules.alert.for-grace-period} and {@code
   * for-outage-tolerance}: an alert whose {@code for} is at least 10m continues where it was, after
   * the second evaluation.
   */
  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void prometheusRestoresAnAlertThatFired(String version) {
    Timeline timeline = ActionDrill.run(version, "20m", d -> d.restart(Server.PROMETHEUS), "1h");

    assertThat(states(timeline))
        .containsExactly("0s pending", "15m firing", "21m pending", "23m firing");
    // Sent until 19m, valid for 4m: it has not ended before it is sent again at 23m.
    assertThat(told(timeline)).containsExactly("15m30s firing data-oncall");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void prometheusForgetsForHowLongAShorterAlertWasTrue(String version) throws IOException {
    Path rules = rules("for: 5m");
    try (Drill drill = ActionDrill.of(version, rules, Replicas.NONE)) {
      drill.at(duration("20m"), d -> d.restart(Server.PROMETHEUS)).runFor(duration("1h"));

      // From the first evaluation after the restart, 5m.
      assertThat(states(drill.timeline()))
          .containsExactly("0s pending", "5m firing", "21m pending", "26m firing");
    }
  }

  /** While it is down, rules are not evaluated and samples are lost. */
  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void prometheusEvaluatesNothingWhileItIsDown(String version) {
    try (Drill drill = ActionDrill.of(version)) {
      drill
          .at(duration("5m"), d -> d.stop(Server.PROMETHEUS))
          .at(duration("30m"), d -> d.start(Server.PROMETHEUS))
          .runFor(duration("1h"));

      assertThat(SelectedAlerts.of(drill.alerts("DataIngestionFailed")).histories())
          .singleElement()
          .satisfies(
              h ->
                  assertThat(h.states().keySet())
                      .contains(at("5m"), at("31m"), at("1h"))
                      .doesNotContain(at("6m"), at("30m")));
      assertThat(
              AnsweredQuery.of(drill.query("count_over_time(pipeline_job_success_status[2h])"))
                  .outcome())
          // 0m to 5m, and 31m to 60m.
          .hasToString(
              AnsweredQuery.of(drill.query("36 + 0 * pipeline_job_success_status"))
                  .outcome()
                  .toString());
      // It was true for 5m of its 15m before the stop, so 10m are left when it is restored,
      // slightly after the second evaluation at 32m. The first evaluation 10m later is at 43m.
      assertThat(states(drill.timeline())).containsExactly("0s pending", "43m firing");
    }
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void otherRoutesCountFromTheirLoadingOn(String version) throws IOException {
    Path routes = directory.resolve("all.yml");
    Files.writeString(
        routes, Files.readString(ActionDrill.ROUTES).replace("team=\"data\"", "team=\"other\""));

    Timeline timeline =
        ActionDrill.run(version, "22m", d -> d.loadAlertmanagerConfig(routes), "1h");

    // Groups are new, and an alert that is older than group_wait is notified at once.
    assertThat(told(timeline)).containsExactly("15m30s firing data-oncall", "22m firing everybody");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void otherRulesTakeOverForHowLongAnAlertWasTrue(String version) throws IOException {
    Path rules = rules("for: 12m");

    Timeline timeline = ActionDrill.run(version, "10m", d -> d.loadRules(rules), "1h");

    assertThat(states(timeline)).containsExactly("0s pending", "12m firing");
    assertThat(told(timeline)).containsExactly("12m30s firing data-oncall");
  }

  @Test
  void alertsOfARuleThatIsNoMoreEndWithTheFirstEvaluationWithoutIt() throws IOException {
    Path rules = rules("alert: DataIngestionFailed", "alert: Renamed");

    Timeline timeline =
        ActionDrill.run(TestPairs.VERSIONS[2], "20m", d -> d.loadRules(rules), "1h");

    // Both at 21m: the alert with the old name ends, and the one with the new name becomes pending
    // for 15m.
    assertThat(states(timeline))
        .containsExactly("0s pending", "15m firing", "21m inactive", "21m pending", "36m firing");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void aReloadOfWhatIsThereChangesNothing(String version) {
    try (Drill drill = ActionDrill.of(version)) {
      drill
          .at(duration("14m"), d -> d.reload(Server.PROMETHEUS))
          .at(duration("20m"), d -> d.reload(Server.ALERTMANAGER))
          .runFor(duration("1h"));

      assertThat(states(drill.timeline())).containsExactly("0s pending", "15m firing");
      assertThat(told(drill.timeline())).containsExactly("15m30s firing data-oncall");
    }
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void refusesImpossibleActions(String version) {
    try (Drill drill = ActionDrill.of(version).runFor(duration("1m"))) {
      assertThatThrownBy(() -> drill.start(Server.PROMETHEUS))
          .hasMessage("prometheus is already running");
      drill.stop(Server.ALERTMANAGER);
      assertThatThrownBy(() -> drill.stop(Server.ALERTMANAGER))
          .hasMessage("alertmanager is not running");
      assertThatThrownBy(() -> drill.silence(duration("1h"), "a=b"))
          .hasMessage("no Alertmanager runs");
      assertThatThrownBy(() -> RigDrill.of(drill).perform(new Action.Stop("prometheus-2")))
          .hasMessage("the run has no prometheus-2");
    }
  }

  private Path rules(String holding) throws IOException {
    return rules("for: 15m", holding);
  }

  private Path rules(String old, String replacement) throws IOException {
    String text = Files.readString(ActionDrill.RULES).replace(old, replacement);
    assertThat(text).contains(replacement);
    return Files.writeString(directory.resolve("ingestion.yml"), text);
  }

  private static Instant at(String offset) {
    return ActionDrill.START.plus(duration(offset));
  }
}
