package io.firedrill.internal.run;

import static io.firedrill.internal.coverage.CoverageState.FIRED;
import static io.firedrill.internal.coverage.CoverageState.INHIBITED;
import static io.firedrill.internal.coverage.CoverageState.MATCHED;
import static io.firedrill.internal.coverage.CoverageState.NOTIFIED;
import static io.firedrill.internal.coverage.CoverageState.QUIET;
import static io.firedrill.internal.coverage.CoverageState.RECORDED;
import static io.firedrill.internal.coverage.CoverageState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.coverage.CoverageResult;
import io.firedrill.internal.coverage.CoverageState;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.live.RigDrill;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coverage that requires real servers. */
class CoverageProbeTest {

  private static final String RULES =
      """
      groups:
      - name: first
        rules:
        - {alert: Slow, expr: a_seconds > 1}
        - {alert: Slow, expr: b_seconds > 1}
        - {record: r, expr: e * 2}
        - {record: r, expr: f * 2}
        - {record: fed, expr: f * 3}
        - {record: one, expr: '1'}
        - {record: sum:e, expr: sum(e), labels: {quoted: 'a "b" \\c'}}
        - {alert: Dead, expr: f > 1}
        - {alert: Either, expr: a_seconds > 100 or f > 100}
        - {alert: Gone, expr: absent(e)}
      """;

  private static final String LATER =
      """
      groups:
      - name: later
        rules:
        - {alert: Late, expr: a_seconds > 10}
        - {alert: LateAndGone, expr: c_seconds > 10}
      """;

  private static final String ROUTES =
      """
      route: {receiver: all, group_by: [alertname], group_wait: 30s}
      inhibit_rules:
      - {source_matchers: [alertname="Slow"], target_matchers: [alertname="Gone"]}
      - {source_matchers: [alertname="Gone"], target_matchers: [alertname="Dead"]}
      receivers:
      - {name: all, webhook_configs: [{url: 'http://localhost/'}]}
      """;

  @TempDir private Path directory;

  @Test
  void queriesPrometheusForDataThatTheTimelineLacks() throws IOException {
    Path rules = Files.writeString(directory.resolve("rules.yml"), RULES);
    Path later = Files.writeString(directory.resolve("later.yml"), LATER);
    DrillSpec spec = DrillSpec.ofRules(rules).build();

    try (RigDrill drill = new RigDrill(TestPairs.newest(), spec, CoverageMode.ON)) {
      drill
          .series("a_seconds{host=\"x\"}", "0x30")
          .series("b_seconds{host=\"y\"}", "0x4 5x4 0x30")
          .series("c_seconds", "0x4 stale")
          .series("e", "1x30")
          .series("fed", "7x30");
      drill.at(Duration.ofMinutes(15), d -> d.loadRules(later)).runFor(Duration.ofMinutes(20));

      Map<Integer, Set<CoverageState>> first = seen(drill, rules);
      assertThat(first.get(4)).as("Slow of a, which may have been the one").isEmpty();
      assertThat(first.get(5)).as("Slow of b").containsExactly(FIRED, RESOLVED);
      assertThat(first.get(6)).as("r of e").containsExactly(RECORDED);
      assertThat(first.get(7)).as("r of f, which nobody feeds").isEmpty();
      assertThat(first.get(8)).as("fed, by the test alone").isEmpty();
      assertThat(first.get(9)).as("one, a scalar").containsExactly(RECORDED);
      assertThat(first.get(10)).as("sum:e").containsExactly(RECORDED);
      assertThat(first.get(11)).as("Dead, without data").isEmpty();
      assertThat(first.get(12)).as("Either, with half of its data").containsExactly(QUIET);
      assertThat(first.get(13)).as("Gone").containsExactly(QUIET);
      Map<Integer, Set<CoverageState>> second = seen(drill, later);
      assertThat(second.get(4)).as("Late").containsExactly(QUIET);
      assertThat(second.get(5)).as("LateAndGone, whose data ends before").isEmpty();
    }
  }

  @Test
  void queriesQuotedNames() throws IOException {
    Path rules =
        Files.writeString(
            directory.resolve("rules.yml"),
            """
            groups:
            - name: quoted
              labels: {"team/name": "a b"}
              rules:
              - {record: disk.free, expr: m}
              - {record: plain, expr: m, labels: {"größe": 'say "hi"'}}
              - {record: bool, expr: m}
              - {record: never.made, expr: nothing}
              - {record: m, expr: 'm # its own, and a remark'}
              - {alert: Quiet, expr: '{"k8s.pods"} > 5'}
              - {record: joined, expr: n * on (a) n}
            """);
    DrillSpec spec = DrillSpec.ofRules(rules).build();

    try (RigDrill drill = new RigDrill(TestPairs.newest(), spec, CoverageMode.ON)) {
      drill.series("m", "1x5").series("n{a=\"1\"}", "1x5").series("{\"k8s.pods\"}", "1x5");
      drill.runFor(Duration.ofMinutes(3));

      Map<Integer, Set<CoverageState>> seen = seen(drill, rules);
      assertThat(seen.get(5)).as("disk.free").containsExactly(RECORDED);
      assertThat(seen.get(6)).as("plain with a quoted label").containsExactly(RECORDED);
      assertThat(seen.get(7)).as("bool, a word of PromQL").containsExactly(RECORDED);
      assertThat(seen.get(8)).as("never.made").isEmpty();
      assertThat(seen.get(9)).as("m, which is fed, too").containsExactly(RECORDED);
      assertThat(seen.get(10)).as("Quiet").containsExactly(QUIET);
      assertThat(seen.get(11)).as("joined").containsExactly(RECORDED);
    }
  }

  @Test
  void queriesAlertmanagerForInhibitedAlerts() throws IOException {
    Path rules = Files.writeString(directory.resolve("rules.yml"), RULES);
    Path routes = Files.writeString(directory.resolve("routes.yml"), ROUTES);
    DrillSpec spec = DrillSpec.ofRules(rules).alertmanagerConfig(routes).build();

    try (RigDrill drill = new RigDrill(TestPairs.newest(), spec, CoverageMode.ON)) {
      // Slow fires from 0m on, and Gone from 5m on, until 9m.
      drill.series("b_seconds", "5x30").series("e", "1x4 stale _x4 1x30");
      drill.runFor(Duration.ofMinutes(12));

      Map<Integer, Set<CoverageState>> seen = seen(drill, routes);
      assertThat(seen.get(1)).as("route").containsExactly(MATCHED, NOTIFIED);
      assertThat(seen.get(3)).as("Slow inhibits Gone").containsExactly(INHIBITED);
      assertThat(seen.get(4)).as("Gone inhibits Dead, which never fires").isEmpty();
      assertThat(seen.get(6)).as("receiver").containsExactly(NOTIFIED);
    }
  }

  /** By line. */
  private static Map<Integer, Set<CoverageState>> seen(RigDrill drill, Path file) {
    return drill.coverage().orElseThrow().items().stream()
        .filter(entry -> entry.item().file().equals(file.toString()))
        .collect(Collectors.toMap(e -> e.item().line(), CoverageResult.Entry::seen));
  }
}
