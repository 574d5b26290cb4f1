package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnLabelsTest {

  @TempDir Path directory;

  @Test
  void reportsTemplatesThatReadTheRulesOwnLabels() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - alert: A
                  expr: a
                  labels: {team: data}
                  annotations:
                    summary: Queue {{ $labels.queue }} of $labels.team
                    description: Queue of {{ $labels.team }}, of {{ if .Labels.team }}{{ end }}
                """)
            .found("alert/own-labels");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:9:32: error: templates do not see label "team", which the rule itself adds [alert/own-labels]
                9 |       description: Queue of {{ $labels.team }}, of {{ if .Labels.team }}{{ end }}
                  |                                ^^^^^^^^^^^^
              hint: they see the labels of the expression's result; write the value out

            rules.yml:9:58: error: templates do not see label "team", which the rule itself adds [alert/own-labels]
                9 |       description: Queue of {{ $labels.team }}, of {{ if .Labels.team }}{{ end }}
                  |                                                          ^^^^^^^^^^^^
              hint: they see the labels of the expression's result; write the value out
            """);
  }

  @Test
  void knowsTheLabelsOfTheGroup() {
    String found =
        new LintFiles(directory)
            .write(
                "rules.yml",
                """
                groups:
                - name: g
                  labels: {team: data}
                  rules:
                  - {alert: A, expr: x > 9, annotations: {summary: 'S {{ $labels.team }}'}}
                  - {alert: B, expr: x > 9, annotations: {summary: 'S {{ index $labels "team" }}'}}
                """)
            .found("alert/own-labels");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:5:58: error: templates do not see label "team", which the rule's group adds [alert/own-labels]
                5 |   - {alert: A, expr: x > 9, annotations: {summary: 'S {{ $labels.team }}'}}
                  |                                                          ^^^^^^^^^^^^
              hint: they see the labels of the expression's result; write the value out

            rules.yml:6:58: error: templates do not see label "team", which the rule's group adds [alert/own-labels]
                6 |   - {alert: B, expr: x > 9, annotations: {summary: 'S {{ index $labels "team" }}'}}
                  |                                                          ^^^^^^^^^^^^^^^^^^^^
              hint: they see the labels of the expression's result; write the value out
            """);
  }

  /** In each of them, the result has the label, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {alert: A, expr: x, labels: {team: '{{ $labels.team }}'}, annotations: {s: '{{ $labels.team }}'}}",
        "- {alert: A, expr: 'sum by (team) (x)', labels: {team: d}, annotations: {s: '{{ $labels.team }}'}}",
        "- {alert: A, expr: 'x{team=\"data\"}', labels: {team: d}, annotations: {s: '{{ $labels.team }}'}}",
        "- {alert: A, expr: 'x{team!=\"\"}', labels: {team: d}, annotations: {s: '{{ $labels.team }}'}}",
        "- {alert: A, expr: 'x * on (team) y', labels: {team: d}, annotations: {s: '{{ $labels.team }}'}}",
        "- {alert: A, expr: 'x * on (a) group_left (team) y', labels: {team: d}, annotations: {s: '{{ $labels.team }}'}}",
        "- {alert: A, expr: 'label_replace(x, \"team\", \"a\", \"\", \"\")', labels: {team: d}, annotations: {s: '{{ $labels.team }}'}}",
      })
  void acceptsLabelsThatTheResultHasToo(String rule) {
    assertThat(new LintFiles(directory).rules(rule).found("alert/own-labels")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {alert: A, expr: 'sum without (team) (x)', labels: {team: d}, annotations: {s: '{{ $labels.team }}'}}",
        "- {alert: A, expr: 'x{team=\"\"}', labels: {team: d}, annotations: {s: '{{ $labels.team }}'}}",
        "- {alert: A, expr: 'x * ignoring (team) y', labels: {team: d}, annotations: {s: '{{ $labels.team }}'}}",
      })
  void findsLabelsThatTheResultDoesNotHave(String rule) {
    assertThat(new LintFiles(directory).rules(rule).found("alert/own-labels")).isNotEmpty();
  }
}
