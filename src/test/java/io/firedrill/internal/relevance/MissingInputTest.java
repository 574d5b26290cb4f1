package io.firedrill.internal.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In all examples, only {@code up} has samples. */
class MissingInputTest {

  private static final Set<String> FED = Set.of("up", "up{job=\"a\"}");

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "gone > 5; gone",
        "up{job='b'} == 0; up{job=\"b\"}",
        "gone > on (job) up; gone",
        "up > on (job) gone; gone",
        "up and gone; gone",
        "gone unless up; gone",
        "gone or lost; gone lost",
        "gone and lost; gone lost",
        "sum by (job) (rate(gone[5m])) / 2 > 1; gone",
        "max_over_time((gone > 1)[1h:1m]); gone",
        "histogram_quantile(0.9, sum by (le) (rate(gone_bucket[5m]))) > 1; gone_bucket",
        "-gone < 0; gone",
        "topk(3, gone) > 1; gone",
        "count_values('v', gone) > 1; gone",
        "label_replace(gone, 'a', '$1', 'b', '(.*)') > 1; gone",
        "time() - gone > 60; gone",
        "gone > scalar(up); gone",
        "ALERTS{alertname='Full'}; gone",
      })
  void cannotReturnAnything(String expr, String missing) {
    MissingInput input = input(rules("- {alert: Full, expr: gone > 5}", expr));

    assertThat(input.ofAlert("Probe"))
        .extracting(m -> m.selector().seriesText())
        .containsExactly(missing.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up == 0",
        "up{job='a'} == 0",
        "absent(gone)",
        "absent_over_time(gone[5m])",
        "up or gone",
        "up unless gone",
        "sum(gone) or vector(0)",
        "vector(scalar(gone)) > 1",
        "vector(1)",
        "time() > 5",
        "up > scalar(gone)",
        "gone + fill (0) up",
        "ALERTS{alertname='Up'}",
        "ALERTS",
        "not an expression",
      })
  void mayReturnSomething(String expr) {
    MissingInput input = input(rules("- {alert: Up, expr: up == 0}", expr));

    assertThat(input.ofAlert("Probe")).isEmpty();
  }

  /** Another rule, and an alert named Probe with an expression. */
  private List<Rule> rules(String other, String expr) {
    return GivenRules.rules(directory, other + "\n- alert: Probe\n  expr: |\n    " + expr + "\n");
  }

  @Test
  void recordedMetricsAreFollowed() {
    List<Rule> rules =
        GivenRules.rules(
            directory,
            """
            - {record: a, expr: 'sum(gone)'}
            - {record: b, expr: 'sum(up)'}
            - {record: c, expr: 'c + 1'}
            - {alert: A, expr: 'a > 1'}
            - {alert: B, expr: 'b > 1'}
            - {alert: C, expr: 'c > 1'}
            """);
    MissingInput input = input(rules);

    assertThat(input.ofAlert("A"))
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.selector().seriesText()).isEqualTo("gone");
              assertThat(missing.position()).hasToString(file() + ":4:28");
            });
    assertThat(input.ofAlert("B")).as("its input has samples").isEmpty();
    assertThat(input.ofAlert("C")).as("a circle").isEmpty();
  }

  @Test
  void oneOfSeveralRulesOfANameIsEnough() {
    MissingInput input =
        input(
            GivenRules.rules(
                directory,
                """
                - {alert: A, expr: 'gone > 1'}
                - {alert: A, expr: 'up == 0'}
                - {alert: B, expr: 'gone > 2'}
                """));

    assertThat(input.ofAlert("A")).isEmpty();
    assertThat(input.ofAlert("B")).hasSize(1);
    assertThat(input.ofAlert("Unknown")).isEmpty();
    assertThat(input.ofAllAlerts()).isEmpty();
  }

  private Path file() {
    return directory.resolve("rules.yml");
  }

  private static MissingInput input(List<Rule> rules) {
    return new MissingInput(rules, selector -> FED.contains(selector.seriesText()));
  }
}
