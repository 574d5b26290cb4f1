package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitOrderTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(jobs_total[5m]) > 1     | text                   | INDIFFERENT",
        "jobs_total{queue='a'} > 1    | '{{ $labels.queue }}'  | INDIFFERENT",
        "job:errors:rate5m > 1        | text                   | MATTERS",
        "x{y='job:errors:rate5m'} > 1 | text                   | INDIFFERENT",
        "my:job:errors:rate5m > 1     | text                   | INDIFFERENT",
        "max_over_time(x[1h:5m]) > 1  | text                   | INDIFFERENT",
        "count(ALERTS) > 1            | text                   | MATTERS",
        "count({queue='a'}) > 1       | text                   | MATTERS",
        "sum by (a) ({queue='a'}) > 1 | text                   | MATTERS",
        "{__name__=~'job.*'} > 1      | text                   | MATTERS",
        "jobs_total > 1               | '{{ query \"up\" }}'   | MATTERS",
      })
  void isToldByWhatTheRulesRead(String expr, String annotation, UnitOrder order)
      throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("rules.yml"),
            """
            groups:
            - name: slow
              interval: 5m
              rules: [{record: 'job:errors:rate5m', expr: 'rate(errors_total[5m])'}]
            - name: fast
              rules:
              - alert: A
                expr: |-
                  %s
                annotations: {text: %s}
            """
                .formatted(expr, annotation.startsWith("{") ? "'" + annotation + "'" : annotation));

    assertThat(UnitOrder.of(EvaluationPlan.byInterval(RuleFile.read(file), Duration.ofMinutes(1))))
        .isEqualTo(order);
  }
}
