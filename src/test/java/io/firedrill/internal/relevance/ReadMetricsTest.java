package io.firedrill.internal.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadMetricsTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queue_length > 5",
        // Other labels do not matter: a test shows that a rule ignores them.
        "queue_length{queue=\"other\"} > 5",
        "{__name__=~\"queue_.*\"}",
        "{queue=\"a\"}",
        "absent(queue_length)",
        "sum_over_time(rate(queue_length[5m])[1h:1m] offset 1d)",
        "a or b unless queue_length",
        // No expression of the parser's: what it reads is not known.
        "queue_length >",
      })
  void reads(String expr) {
    assertThat(ReadMetrics.of(rules(expr), List.of()).read(series("queue_length"))).isTrue();
    assertThat(ReadMetrics.of(List.of(), List.of(expr)).read(series("queue_length"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queue_lenght > 5",
        "{__name__=~\"queue\"}",
        "{queue=\"b\"}",
        "{__name__!=\"queue_length\", queue=\"a\"}",
        "vector(1)",
      })
  void doesNotRead(String expr) {
    assertThat(ReadMetrics.of(rules(expr), List.of()).read(series("queue_length"))).isFalse();
  }

  @Test
  void templatesMayQuery() {
    String template = "{{ with query \"queue_limit{queue='a'}\" }}{{ . | first | value }}{{ end }}";
    assertThat(
            ReadMetrics.of(GivenRules.annotated(directory, "up == 0", template), List.of())
                .read(series("queue_limit")))
        .isTrue();
    assertThat(
            ReadMetrics.of(GivenRules.annotated(directory, "up == 0", "the queue_limit"), List.of())
                .read(series("queue_limit")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALERTS", "ALERTS_FOR_STATE"})
  void prometheusReadsItsOwn(String metric) {
    assertThat(ReadMetrics.of(rules("up == 0"), List.of()).read(series(metric))).isTrue();
  }

  @Test
  void namesTheNearestMetricAndItsPlace() {
    ReadMetrics reads = ReadMetrics.of(rules("up == 0 and queue_lenght > 5"), List.of());

    assertThat(reads.nearest("queue_length"))
        .contains("queue_lenght (" + directory.resolve("rules.yml") + ":4:38)");
    assertThat(reads.nearest("temperature")).isEmpty();
  }

  private List<Rule> rules(String expr) {
    return GivenRules.alert(directory, expr);
  }

  private static Labels series(String metric) {
    return Labels.of(Labels.METRIC_NAME, metric, "queue", "a");
  }
}
