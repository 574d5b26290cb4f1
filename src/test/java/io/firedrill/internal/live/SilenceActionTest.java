package io.firedrill.internal.live;

import static io.firedrill.internal.live.ActionDrill.done;
import static io.firedrill.internal.live.ActionDrill.duration;
import static io.firedrill.internal.live.ActionDrill.states;
import static io.firedrill.internal.live.ActionDrill.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.drill.Drill;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.model.Generator;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Expected times: Alertmanager's documentation of silences, {@code group_interval} and routes. */
class SilenceActionTest {

  static final String[] VERSIONS = TestPairs.VERSIONS;

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void hidesAnAlertUntilItEnds(String version) {
    Timeline timeline =
        ActionDrill.run(
            version, "10m", d -> d.silence(Duration.ofMinutes(20), "team=~\"da.*\""), "1h");

    assertThat(done(timeline)).containsExactly("10m silence created  {team=~\"da.*\"}  for 20m");
    // Flushed at 15m30s, 20m30s and 25m30s: silenced. The silence ends at 30m.
    assertThat(told(timeline)).containsExactly("30m30s firing data-oncall");
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void endsEarlyWhenItIsExpired(String version) {
    try (Drill drill = ActionDrill.of(version)) {
      drill
          .at(duration("10m"), d -> d.silence("works", duration("2h"), "alertname=~\"Data.+\""))
          .at(duration("12m"), d -> d.silence(duration("2h"), "team!=\"data\""))
          .at(duration("22m"), d -> d.expireSilence("works"))
          .runFor(duration("1h"));

      // The second silence does not match. Flushed at 20m30s and then at 25m30s.
      assertThat(told(drill.timeline())).containsExactly("25m30s firing data-oncall");
    }
  }

  /**
   * Before 1970, Go's remainders are negative, so the servers wait an interval before the start.
   */
  @Test
  void lastsFromTheStartWhereItIsCreatedBeforeTheFirstMove() {
    try (Drill drill = new RigDrill(TestPairs.newest(), ActionDrill.spec(Instant.EPOCH))) {
      drill
          .silence(duration("25m31s"), "team=\"data\"")
          .series(ActionDrill.JOB, Generator.steady(0))
          .runFor(duration("1h"));

      assertThat(done(drill.timeline()))
          .containsExactly("0s silence created  {team=\"data\"}  for 25m31s");
      // Flushed at 15m30s, 20m30s and 25m30s: silenced.
      assertThat(told(drill.timeline())).containsExactly("30m30s firing data-oncall");
    }
  }

  /** An action slightly before an evaluation happens before it and before its samples. */
  @Test
  void leavesAnEvaluationThatIsAboutToComeItsTime() {
    try (Drill drill = ActionDrill.of(TestPairs.VERSIONS[2])) {
      drill
          .series(ActionDrill.JOB, "1 0x60")
          .at(Duration.ofMillis(59_900), d -> d.silence(duration("1m"), "team=\"none\""))
          .runFor(duration("20m"));

      assertThat(states(drill.timeline())).containsExactly("1m pending", "16m firing");
    }
  }

  @ParameterizedTest(name = "Prometheus {0}")
  @FieldSource("VERSIONS")
  void isRefusedInAlertmanagersWords(String version) {
    try (Drill drill = ActionDrill.of(version)) {
      assertThatThrownBy(() -> drill.silence(duration("1h"), "team=~\"(\""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("missing closing )");
      assertThatThrownBy(() -> drill.expireSilence("none"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no silence is called \"none\"");
    }
  }
}
