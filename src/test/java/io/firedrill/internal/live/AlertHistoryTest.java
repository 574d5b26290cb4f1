package io.firedrill.internal.live;

import static io.firedrill.internal.live.ActionDrill.duration;
import static io.firedrill.internal.live.ActionDrill.states;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.model.AlertState;
import io.firedrill.model.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states of alerts at each evaluation, in cases in which {@code ALERTS} is not sufficient. */
class AlertHistoryTest {

  private static final String TWO_GROUPS =
      """
      groups:
      - name: fast
        interval: 30s
        rules:
        - {alert: Full, expr: q > 1000, labels: {severity: critical}}
      - name: slow
        interval: 1m
        rules:
        - {alert: Full, expr: q > 100, labels: {severity: warning, queue: '{{ $labels.queue }}'}}
      """;

  private static final String RULES =
      """
      groups:
      - name: late
        %s
        rules:
        - {alert: Full, expr: q > 100}
      """;

  @TempDir private Path directory;

  /** Each of the two is evaluated only with its own group. */
  @Test
  void holdsBetweenTheEvaluationsOfItsOwnGroup() throws IOException {
    Path rules = Files.writeString(directory.resolve("rules.yml"), TWO_GROUPS);
    try (Drill drill = drill(DrillSpec.ofRules(rules))) {
      drill.series("q{queue=\"a\"}", Generator.steady(200)).runFor(duration("3m"));

      assertThat(states(drill.timeline())).containsExactly("0s firing");
      assertThat(SelectedAlerts.of(drill.alerts("Full", "severity", "warning")).histories())
          .singleElement()
          .satisfies(h -> assertThat(h.states()).hasSize(4).doesNotContainKey(at("30s")));
    }
  }

  /**
   * Prometheus's documentation of {@code query_offset}: the rule is evaluated on earlier data. So a
   * condition that is true from 5m on is seen at 6m.
   */
  @Test
  void hasTheTimeOfTheEvaluationNotOfItsData() throws IOException {
    Path rules =
        Files.writeString(directory.resolve("rules.yml"), RULES.formatted("query_offset: 30s"));
    try (Drill drill = drill(DrillSpec.ofRules(rules))) {
      assertSeenLate(drill);
    }
  }

  @Test
  void hasTheTimeOfTheEvaluationWithAGlobalOffset() throws IOException {
    Path rules = Files.writeString(directory.resolve("rules.yml"), RULES.formatted("limit: 9"));
    Path config =
        Files.writeString(
            directory.resolve("prometheus.yml"), "{global: {rule_query_offset: 30s}}");
    try (Drill drill = drill(DrillSpec.ofRules(rules).prometheusConfig(config))) {
      assertSeenLate(drill);
    }
  }

  private static void assertSeenLate(Drill drill) {
    drill.series("q", "0x4 200x4 0x10").runFor(duration("15m"));

    assertThat(states(drill.timeline())).containsExactly("6m firing", "11m inactive");
    assertThat(SelectedAlerts.of(drill.alerts("Full")).histories())
        .singleElement()
        .satisfies(h -> assertThat(h.states()).containsEntry(at("10m"), AlertState.FIRING));
  }

  private static Drill drill(DrillSpec.Builder spec) {
    return new RigDrill(TestPairs.newest(), spec.start(ActionDrill.START).build());
  }

  private static Instant at(String offset) {
    return ActionDrill.START.plus(duration(offset));
  }
}
