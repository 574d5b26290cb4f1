package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertNameTest {

  @TempDir Path directory;

  @Test
  void requiresCamelCaseOnlyForAlerts() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: QueueFull, expr: a}
                - {alert: HTTP5xx, expr: a}
                - {alert: queue_full-now, expr: a}
                - {alert: "5xx", expr: a}
                - {record: queue_full, expr: a}
                """)
            .found("alert/name");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:6:13: info: alert "queue_full-now" is not in CamelCase [alert/name]
                6 |   - {alert: queue_full-now, expr: a}
                  |             ^^^^^^^^^^^^^^
              hint: rename it to QueueFullNow

            rules.yml:7:13: info: alert "5xx" is not in CamelCase [alert/name]
                7 |   - {alert: "5xx", expr: a}
                  |             ^^^^^
            """);
  }
}
