package io.firedrill.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdInTextTest {

  @TempDir Path directory;

  @Test
  void ignoresNumbersThatAreNotQuantities() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - alert: A
                  expr: errors_percent > 4 and age > 90m and rank < 99
                  annotations:
                    summary: Answers with 4xx or 4XX on the 4th in the 99th percentile
                    description: More than 4 xylophones, older than 90m
                """)
            .found("threshold/text");

    assertThat(found.lines().filter(line -> line.startsWith("rules.yml")))
        .containsExactly(warning("8:30"), warning("8:55"));
  }

  private static String warning(String place) {
    return "rules.yml:%s: warning: the text repeats the threshold: it becomes wrong when the rule"
            .formatted(place)
        + " changes [threshold/text]";
  }

  @Test
  void reportsThresholdsInTexts() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - alert: A
                  expr: x > 0.05 or time() - y > 3600
                  for: 15m
                  annotations:
                    summary: More than 5% or 0.05 of {{ $value }}
                    description: Nothing for 1 hour, for 15 minutes, in 60m
                    fine: "Between 5 and 15, on port :3600, in v0.05, see https://x.org/3600 {{ 3600 }}"
                """)
            .found("threshold/text");

    assertThat(found)
        .isEqualTo(
            """
            rules.yml:8:26: warning: the text repeats the threshold: it becomes wrong when the rule changes [threshold/text]
                8 |       summary: More than 5% or 0.05 of {{ $value }}
                  |                          ^^
              hint: {{ $value }} is the measured value

            rules.yml:8:32: warning: the text repeats the threshold: it becomes wrong when the rule changes [threshold/text]
                8 |       summary: More than 5% or 0.05 of {{ $value }}
                  |                                ^^^^^^^
              hint: {{ $value }} is the measured value

            rules.yml:9:32: warning: the text repeats the threshold: it becomes wrong when the rule changes [threshold/text]
                9 |       description: Nothing for 1 hour, for 15 minutes, in 60m
                  |                                ^^^^^^
              hint: {{ $value }} is the measured value

            rules.yml:9:44: warning: the text repeats the time of "for": it becomes wrong when the rule changes [threshold/text]
                9 |       description: Nothing for 1 hour, for 15 minutes, in 60m
                  |                                            ^^^^^^^^^^
              hint: {{ $value }} is the measured value

            rules.yml:9:59: warning: the text repeats the threshold: it becomes wrong when the rule changes [threshold/text]
                9 |       description: Nothing for 1 hour, for 15 minutes, in 60m
                  |                                                           ^^^
              hint: {{ $value }} is the measured value
            """);
  }

  /** The threshold is 5, the text says something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the 5-minute average",
        "the top 5 queues",
        "The ticket office answers with 5xx",
        "More errors than usual over the last 5 minutes",
        "On call 24 hours, 5/7",
        "Restarts of step 5",
        "Answers HTTP 5",
        "Since 2024-5-5",
        "The 5th replica",
      })
  void acceptsOtherNumbers(String text) {
    String found =
        new LintFiles(directory)
            .rules(
                "- {alert: A, expr: 'errors_percent > 5', annotations: {summary: '" + text + "'}}")
            .found("threshold/text");

    assertThat(found).isEmpty();
  }

  @Test
  void acceptsTheRangeOfTheExpression() {
    String found =
        new LintFiles(directory)
            .rules(
                """
                - alert: A
                  expr: rate(errors_total[5m]) > 7
                  for: 5m
                  annotations: {summary: Many errors over 5m}
                """)
            .found("threshold/text");

    assertThat(found).isEmpty();
  }
}
