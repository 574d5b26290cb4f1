package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertSummaryTest {

  @TempDir Path directory;

  @Test
  void requiresASummaryForEveryAlert() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: a, annotations: {summary: A is}}
                - {alert: B, expr: a, annotations: {description: B is}}
                - {record: a:b:c, expr: a}
                """)
            .found("alert/summary");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:5:13: warning: alert "B" has no summary [alert/summary]
                5 |   - {alert: B, expr: a, annotations: {description: B is}}
                  |             ^
              hint: a line that says what is wrong, for a title or a short message
            """);
  }
}
