package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertSeverityTest {

  @TempDir Path directory;

  @Test
  void requiresASeverityForEveryAlert() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: a, labels: {severity: critical}}
                - {alert: B, expr: a, labels: {severity: ""}}
                - {alert: C, expr: a}
                - {record: a:b:c, expr: a}
                """)
            .found("alert/severity");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:5:13: warning: alert "B" has no severity [alert/severity]
                5 |   - {alert: B, expr: a, labels: {severity: ""}}
                  |             ^
              hint: use labels: {severity: critical} for alerts that page somebody

            rules.yml:6:13: warning: alert "C" has no severity [alert/severity]
                6 |   - {alert: C, expr: a}
                  |             ^
              hint: use labels: {severity: critical} for alerts that page somebody
            """);
  }

  @Test
  void takesThatOfTheGroup() {
    String found =
        new LintFiles(directory)
            .write(
                "rules.yml",
                """
                groups:
                - name: g
                  labels: {severity: critical}
                  rules:
                  - {alert: A, expr: x > 9}
                """)
            .found("alert/severity");

    assertThat(found).isEmpty();
  }
}
