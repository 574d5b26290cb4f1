package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Generated rule files have the same meaning for a server as the user's. */
class EvaluationUnitServerTest {

  private static final String RULES =
      """
      # values that YAML readers like to take for something else
      groups:
      - name: odd
        interval: 1m
        limit: 0x10
        rules:
        - alert: yes
          expr: >-
            sum by (job) (up{job=~"a|b\\\\.c", text=`it's "so"`})
              > 1e3
          for: 90s
          labels: {a: 010, b: 1_000, c: 2026-03-02, d: ~, e: 'null', f: 0x1F, g: 12:30:45, h: .5,
            i: "tab\\t line\\n nul\\x01 \\u2028 \\ufeff 🔥", j: '- x', k: "#", l: é, m: y, n: +.inf}
        - record: long
          expr: vector(%s)
          labels: {? %s : x}
        - &base {record: merged, expr: 1, labels: {x: y}}
        - {<<: *base, expr: "2"}
      """
          .formatted("0+".repeat(2_000) + "1", "k".repeat(2_000));

  @TempDir private Path directory;

  @EveryPrometheus
  void isReadLikeTheUsersFile(String version) throws Exception {
    List<RuleGroup> groups = RuleFiles.read(directory, RULES);
    List<EvaluationUnit> units = EvaluationPlan.promtool(groups, Duration.ofMinutes(1));
    assertThat(units).hasSize(1);

    assertThat(load(version, units.get(0).fileText())).isEqualTo(load(version, RULES)).hasSize(4);
  }

  private List<String> load(String version, String text) throws Exception {
    Path run = Files.createTempDirectory(directory, "run");
    Files.writeString(run.resolve("rules.yml"), text);
    Files.writeString(run.resolve("prometheus.yml"), "rule_files: [rules.yml]");
    try (TestPrometheus server = TestPrometheus.start(version, run)) {
      return server.api().rules().get(0).rules().stream()
          .map(rule -> rule.name() + " " + rule.query() + " " + rule.labels())
          .toList();
    }
  }
}
