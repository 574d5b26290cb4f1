package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesEndsTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          m > 1                           | 8m59s | 4m | quiet
          m > 1                           | 9m    | 4m | warns
          m > 1                           | 20m   | 4m | warns
          rate(m[15m]) > 1                | 18m   | 4m | quiet
          rate(m[15m]) > 1                | 19m   | 4m | warns
          m offset 10m > 1                | 18m   | 4m | quiet
          absent(m)                       | 20m   | 4m | quiet
          other or m                      | 20m   | 4m | quiet
          other unless on (x) m           | 20m   | 4m | quiet
          other > 1                       | 20m   | 4m | quiet
          recorded > 1                    | 20m   | 4m | warns
          recorded > 1                    | 8m    | 4m | quiet
          ALERTS{alertname="OfM"}         | 20m   | 4m | warns
          m > 1                           | 20m   | 4m stale | quiet
          """)
  void areSaidWhereAnExpressionMissesTheSeries(String expr, String time, String end, String warning)
      throws IOException {
    String values = end.replaceAll("m.*", "").replaceAll("^", "1x");
    String stale = end.endsWith("stale") ? " stale" : "";
    Files.writeString(
        directory.resolve("rules.yml"),
        """
        groups:
        - name: a
          rules:
          - {record: recorded, expr: sum(m)}
          - {alert: OfM, expr: m > 5}
        """);
    String test =
        """
        rule_files: [rules.yml]
        tests:
        - input_series:
          - {series: 'm{x="1"}', values: %s%s}
          promql_expr_test:
          - {eval_time: %s, expr: '%s'}
        """
            .formatted(values, stale, time, expr);

    assertThat(warnings(test).isEmpty() ? "quiet" : "warns").isEqualTo(warning);
  }

  @Test
  void concernTheTimesOfAlertExpectations() throws IOException {
    Files.writeString(
        directory.resolve("rules.yml"),
        """
        groups:
        - name: a
          rules:
          - {alert: Early, expr: early > 1}
          - {alert: Late, expr: late > 1}
        """);
    String test =
        """
        rule_files: [rules.yml]
        tests:
        - input_series:
          - {series: early, values: 1x9}
          - {series: late, values: 1x9}
          alert_rule_test:
          - {eval_time: 10m, alertname: Early}
          - {eval_time: 20m, alertname: Late}
        """;

    assertThat(warnings(test))
        .isEqualTo(
            """
            DIR/test.yml:5:14: warning: the series ends at 9m, but the test has expectations at 20m
                5 |   - {series: late, values: 1x9}
                  |              ^^^^""");
  }

  private String warnings(String test) throws IOException {
    Path file = Files.writeString(directory.resolve("test.yml"), test);
    return String.join(
            "\n\n",
            PreparedFile.of(ScenarioFile.read(file)).warnings().stream()
                .map(Problem::render)
                .toList())
        .replace(directory.toString(), "DIR");
  }
}
