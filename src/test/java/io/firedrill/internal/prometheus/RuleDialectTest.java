package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firedrill.internal.manifest.OperatorSettings;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule files of Thanos, Mimir and VictoriaMetrics. */
class RuleDialectTest {

  @TempDir private Path directory;

  @Test
  void leavesOutWhatOthersAdd() throws IOException {
    RuleContent content =
        read(
            """
            namespace: team
            groups:
            - name: a
              partial_response_strategy: warn
              source_tenants: [x]
              rules: [{record: b, expr: c}]
            """);

    assertThat(content.notes().stream().map(Problem::message))
        .containsExactly(
            "\"namespace\" is Mimir's, and is left out in tests",
            "\"partial_response_strategy\" is Thanos's, and is left out in tests",
            "\"source_tenants\" is Mimir's, and is left out in tests");
    assertThat(content.groups().get(0).node().entries().stream().map(e -> e.key().text()))
        .containsExactly("name", "rules");
  }

  @Test
  void readsRulesThatMeanTheSameForVmalert() throws IOException {
    RuleContent content =
        read(vmRule("concurrency: 2", "{alert: A, expr: 'rate(x[5m]) > 1', debug: true}"));

    assertThat(content.groups()).hasSize(1);
    assertThat(content.notes().stream().map(Problem::message))
        .containsExactly(
            "\"concurrency\" is vmalert's, and is left out in tests",
            "MetricsQL's rate() takes the sample before the range into account and does not"
                + " extrapolate; Prometheus evaluates this rule as PromQL",
            "\"debug\" is vmalert's, and is left out in tests");
  }

  @Test
  void refusesWhatMeansSomethingElse() throws IOException {
    assertThat(error(vmRule("eval_offset: 5s", "{alert: A, expr: x}")))
        .contains("\"eval_offset\" is vmalert's and changes what the rules mean");
    assertThat(error(vmRule("type: graphite", "{alert: A, expr: x}")))
        .contains("only groups of type \"prometheus\" are PromQL, and this is \"graphite\"");
    assertThat(error("groups: [{name: a, evaluation_delay: 1m}]"))
        .contains("\"evaluation_delay\" is Mimir's; Prometheus calls it \"query_offset\"");
  }

  private static String vmRule(String setting, String rule) {
    return """
        apiVersion: operator.victoriametrics.com/v1beta1
        kind: VMRule
        metadata: {name: a}
        spec:
          groups:
          - name: g
            %s
            rules: [%s]
        """
        .formatted(setting, rule);
  }

  private RuleContent read(String yaml) throws IOException {
    return RuleFile.read(
        file(yaml), UnknownFields.REFUSED, OperatorSettings.NONE, FileTexts.AS_THEY_ARE);
  }

  private String error(String yaml) throws IOException {
    Path file = file(yaml);
    return catchThrowable(() -> RuleFile.read(file)).getMessage();
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("rules.yml"), yaml);
  }

  /** The server reads rule files of a ConfigMap, each a file of its own. */
  @Test
  void readsTheFilesOfAConfigMap() throws IOException {
    List<RuleGroup> groups =
        read("""
                apiVersion: v1
                kind: ConfigMap
                data:
                  a.yml: |
                    groups: [{name: g, rules: [{alert: A, expr: up == 0}]}]
                  b.yml: |
                    groups: [{name: g, rules: [{alert: B, expr: up == 1}]}]
                  other.txt: groups of people
                """)
            .groups();

    assertThat(groups.stream().map(g -> g.position().line() + " " + g.rules().get(0).name()))
        .containsExactly("5 A", "7 B");
  }
}
