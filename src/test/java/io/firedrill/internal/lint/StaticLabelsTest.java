package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticLabelsTest {

  @TempDir Path directory;

  @Test
  void wantsNoTemplatesInLabels() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: a, labels: {team: data}}
                - {alert: B, expr: a, labels: {size: "is {{ $value }}", team: data}}
                """)
            .found("alert/static-labels");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:5:44: warning: label "size" is a template: when it changes, the alert begins anew [alert/static-labels]
                5 |   - {alert: B, expr: a, labels: {size: "is {{ $value }}", team: data}}
                  |                                            ^^^^^^^^^^^^
              hint: what changes belongs into an annotation
            """);
  }
}
