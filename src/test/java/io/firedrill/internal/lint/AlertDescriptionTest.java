package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertDescriptionTest {

  @TempDir Path directory;

  @Test
  void requiresADescriptionForEveryAlert() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: a, annotations: {description: A is}}
                - {alert: B, expr: a, annotations: {summary: B is}}
                - {record: a:b:c, expr: a}
                """)
            .found("alert/description");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:5:13: info: alert "B" has no description [alert/description]
                5 |   - {alert: B, expr: a, annotations: {summary: B is}}
                  |             ^
              hint: a sentence or two: what it means for whom, and how bad it is
            """);
  }
}
