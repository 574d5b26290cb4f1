package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            rules.yml:9:32: warning: templates do not see label "team", which the rule itself adds [alert/own-labels]
                9 |       description: Queue of {{ $labels.team }}, of {{ if .Labels.team }}{{ end }}
                  |                                ^^^^^^^^^^^^
              hint: they see the labels of the expression's result; write the value out

            rules.yml:9:58: warning: templates do not see label "team", which the rule itself adds [alert/own-labels]
                9 |       description: Queue of {{ $labels.team }}, of {{ if .Labels.team }}{{ end }}
                  |                                                          ^^^^^^^^^^^^
              hint: they see the labels of the expression's result; write the value out
            """);
  }
}
