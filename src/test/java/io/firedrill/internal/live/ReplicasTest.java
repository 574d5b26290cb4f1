package io.firedrill.internal.live;

import static io.firedrill.internal.live.ActionDrill.duration;
import static io.firedrill.internal.live.ActionDrill.states;
import static io.firedrill.internal.live.ActionDrill.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.drill.Server;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.Replicas;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.model.LabelMatcher;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Two Prometheus servers that send to two Alertmanagers in a cluster. Alertmanager's documentation
 * of high availability: members share their notification logs and silences. All except the first
 * wait, {@code cluster.peer-timeout} = 15s each, before they notify, and then find that it is not
 * necessary.
 */
class ReplicasTest {

  static final String[] VERSIONS = TestPairs.VERSIONS;
  private static final String SECOND_PROMETHEUS = "prometheus-2";
  private static final String SECOND_ALERTMANAGER = "alertmanager-2";

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void notifyOnceAndTheSameInEveryRun(String version) {
    List<String> first = timeline(version);

    assertThat(first)
        .hasSize(3)
        .anyMatch(line -> line.startsWith("15m30s ") && line.contains("webhook data-oncall"));
    assertThat(timeline(version)).isEqualTo(first);
  }

  private static List<String> timeline(String version) {
    try (Drill drill = drill(version).runFor(duration("30m"))) {
      assertThat(drill.timeline().notifications())
          .singleElement()
          // The replica label is dropped from alerts.
          .satisfies(n -> assertThat(n.alerts()).hasSize(1))
          .satisfies(
              n -> assertThat(n.alerts().get(0).labels().get(Replicas.DEFAULT_LABEL)).isEmpty());
      return TimelineText.lines(drill.timeline());
    }
  }

  /** The second member is the first in the cluster after the other has left. */
  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void notifyOnceWithOneAlertmanagerStopped(String version) {
    try (Drill drill = drill(version)) {
      drill.at(duration("10m"), d -> d.stop(Server.ALERTMANAGER)).runFor(duration("30m"));

      assertThat(told(drill.timeline())).containsExactly("15m30s firing data-oncall");
    }
  }

  /** The notification log is on disk, and the other member shares it, too. */
  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void notifyNobodyTwiceAfterRestarts(String version) {
    try (Drill drill = drill(version)) {
      drill
          .at(duration("20m"), d -> d.restart(Server.ALERTMANAGER))
          .at(duration("30m"), d -> perform(d, new Action.Restart(SECOND_ALERTMANAGER)))
          .runFor(duration("45m"));

      assertThat(told(drill.timeline())).containsExactly("15m30s firing data-oncall");
    }
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void shareSilences(String version) {
    try (Drill drill = drill(version)) {
      drill
          .at(duration("10m"), d -> d.silence(duration("1h"), matcher()))
          // The silence was created on the first one.
          .at(duration("12m"), d -> d.stop(Server.ALERTMANAGER))
          .runFor(duration("30m"));

      assertThat(told(drill.timeline())).isEmpty();
    }
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void goOnWithOnePrometheus(String version) {
    try (Drill drill = drill(version)) {
      drill
          .at(duration("5m"), d -> d.stop(Server.PROMETHEUS))
          .at(duration("20m"), d -> d.start(Server.PROMETHEUS))
          .at(duration("40m"), d -> perform(d, new Action.Stop(SECOND_PROMETHEUS)))
          .runFor(duration("1h"));

      // The first has restored it by 23m, and 10m of its 15m are left then: it fires before 40m.
      assertThat(states(drill.timeline())).containsExactly("0s pending", "15m firing");
      assertThat(told(drill.timeline())).containsExactly("15m30s firing data-oncall");
    }
  }

  private static void perform(Drill drill, Action action) {
    RigDrill.of(drill).perform(action);
  }

  private static String matcher() {
    return new LabelMatcher("team", LabelMatcher.Operator.EQUAL, "data").toString();
  }

  private static Drill drill(String version) {
    return ActionDrill.of(
        version,
        ActionDrill.RULES,
        new Replicas(2, Replicas.DEFAULT_LABEL, Replicas.LabelUse.DROPPED, 2));
  }
}
