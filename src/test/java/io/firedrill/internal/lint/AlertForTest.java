package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertForTest {

  @TempDir Path directory;

  @Test
  void requiresFor() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: a, for: 1m}
                - {alert: B, expr: a}
                - {alert: C, expr: a, for: 0s}
                - {record: a:b:c, expr: a}
                """)
            .found("alert/for");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:5:13: warning: alert "B" fires at the first evaluation at which its expression matches: it has no "for" [alert/for]
                5 |   - {alert: B, expr: a}
                  |             ^
              hint: a restart, a failed scrape or a single value should not page anybody

            rules.yml:6:13: warning: alert "C" fires at the first evaluation at which its expression matches: it has no "for" [alert/for]
                6 |   - {alert: C, expr: a, for: 0s}
                  |             ^
              hint: a restart, a failed scrape or a single value should not page anybody
            """);
  }

  @Test
  void acceptsExpressionsAboutManySamples() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {alert: A, expr: 'min_over_time(up[5m]) == 0'}
                - {alert: B, expr: 'absent_over_time(heartbeat[10m])'}
                - {alert: C, expr: 'max_over_time(errors[5m]) > 5', for: 1m}
                """)
            .found("alert/for");

    assertThat(found).isEmpty();
  }
}
