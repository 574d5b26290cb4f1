package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.RuleStatus.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTest {

  @TempDir private Path directory;

  @Test
  void readsGroupsInOrder() {
    List<RuleGroup> groups =
        read(
            """
            groups:
            - name: first
              interval: 30s
              limit: 10
              query_offset: 1m
              labels: {team: data}
              rules:
              - record: job:up:sum
                expr: sum by (job) (up)
              - alert: Down
                expr: |
                  up
                    == 0
                for: 5m
                keep_firing_for: 1h
                labels: {severity: page}
                annotations: {summary: "{{ $labels.job }} is down"}
            - name: second
            """);

    assertThat(groups).extracting(RuleGroup::name).containsExactly("first", "second");
    assertThat(groups.get(0).interval()).contains(Duration.ofSeconds(30));
    assertThat(groups.get(1).interval()).isEmpty();
    assertThat(groups.get(1).rules()).isEmpty();
    assertThat(groups.get(0).rules())
        .extracting(Rule::kind)
        .containsExactly(Kind.RECORDING, Kind.ALERTING);
    Rule down = groups.get(0).rules().get(1);
    assertThat(down.name()).isEqualTo("Down");
    assertThat(down.expr()).isEqualTo("up\n  == 0\n");
    assertThat(down.position().line()).isEqualTo(10);
    assertThat(down.exprScalar().positionAt(5).line()).isEqualTo(13);
    assertThat(down.exprScalar().positionAt(5).column()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "groups:",
        "{}",
        "groups: []",
        "groups: [null]",
        "kind: PrometheusRule",
        "{kind: List, items: []}",
        "{kind: Secret}\n---\n{kind: PrometheusRule, spec: {groups: }}",
      })
  void acceptsFilesWithoutGroups(String yaml) {
    assertThat(read(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: g, interval: 0, limit: , labels: , query_offset: 0s, rules: }",
        "{name: g, rules: [null]}",
        "{name: 5, limit: -1, rules: [{alert: 7, expr: 1}]}",
        "{name: true, limit: .5e-1, rules: [{alert: yes, expr: 2024-01-02}]}",
        "{name: g, limit: 0x10, rules: [{record: a, expr: 1, for: 0, annotations: {}}]}",
        "{name: g, rules: [{record: , alert: 'any {name}', expr: 1, labels: {a: , b: 5}}]}",
        "{name: g, rules: [{alert: A, expr: 1, labels: {alertname: x, __x__: y, a-b: c}}]}",
        "{name: g, rules: [{alert: A, expr: 1, annotations: {__name__: x, 'y z': 1.5}}]}",
        "{name: g, rules: [{record: x-y, expr: not promql}]}",
      })
  void acceptsWhatPrometheusAccepts(String group) {
    assertThat(read("groups: [" + group + "]")).hasSize(1);
  }

  @Test
  void readsManifests() {
    List<RuleGroup> groups =
        read(
            """
            apiVersion: v1
            kind: ConfigMap
            data: {a: b}
            ---
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: {name: x}
            spec:
              groups: [{name: one, partial_response_strategy: warn}]
            ---
            kind: PrometheusRuleList
            items: [{kind: PrometheusRule, spec: {groups: [{name: one}]}}]
            ---
            kind: List
            items:
            - kind: Service
            - kind: PrometheusRule
              spec: {groups: [{name: two}]}
            ---
            """);

    assertThat(groups).extracting(RuleGroup::name).containsExactly("one", "one", "two");
  }

  private List<RuleGroup> read(String yaml) {
    return RuleFiles.read(directory, yaml);
  }
}
