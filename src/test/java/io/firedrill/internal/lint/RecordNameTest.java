package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordNameTest {

  @TempDir Path directory;

  @Test
  void requiresLevelMetricAndOperationsOnlyForRecordedMetrics() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - {record: "job:errors:rate5m", expr: a}
                - {record: job_errors, expr: a}
                - {record: "job:errors", expr: a}
                - {record: ":errors:rate5m", expr: a}
                - {alert: A, expr: a}
                """)
            .found("record/name");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:5:14: info: recorded metric "job_errors" is not named level:metric:operations [record/name]
                5 |   - {record: job_errors, expr: a}
                  |              ^^^^^^^^^^
              hint: the remaining labels, the metric, the operations: job:errors:rate5m

            rules.yml:6:14: info: recorded metric "job:errors" is not named level:metric:operations [record/name]
                6 |   - {record: "job:errors", expr: a}
                  |              ^^^^^^^^^^^^
              hint: the remaining labels, the metric, the operations: job:errors:rate5m

            rules.yml:7:14: info: recorded metric ":errors:rate5m" is not named level:metric:operations [record/name]
                7 |   - {record: ":errors:rate5m", expr: a}
                  |              ^^^^^^^^^^^^^^^^
              hint: the remaining labels, the metric, the operations: job:errors:rate5m
            """);
  }

  @Test
  void acceptsSeveralLevels() {
    String found =
        new LintFiles(directory)
            .rules("- {record: 'cluster:namespace:pod_cpu:active:requests', expr: a}\n")
            .found("record/name");

    assertThat(found).isEmpty();
  }
}
