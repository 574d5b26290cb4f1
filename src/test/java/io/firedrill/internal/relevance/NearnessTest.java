package io.firedrill.internal.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.SelectedSeries;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearnessTest {

  private static final List<String> NAMES =
      List.of("node_cpu_seconds_total", "node_load1", "queue_length", "up");

  @ParameterizedTest
  @CsvSource({
    "queue_lenght, queue_length",
    "node_cpu_seconds, node_cpu_seconds_total",
    "node_cpu, node_cpu_seconds_total",
    "acme_queue_length, queue_length",
    "queue_length_total, queue_length",
  })
  void ofMetrics(String missing, String nearest) {
    assertThat(Nearness.metric(missing, NAMES)).contains(nearest);
  }

  @ParameterizedTest
  @CsvSource({"temperature", "node", "http_up", "q"})
  void ofNoMetric(String missing) {
    assertThat(Nearness.metric(missing, NAMES).filter("queue_length"::equals)).isEmpty();
    assertThat(Nearness.metric(missing, NAMES).filter("up"::equals)).isEmpty();
  }

  @Test
  void ofSeriesIsTheOneWithTheFewestDifferences() {
    Selector selector =
        (Selector) Promql.parse("errors{code=\"500\", job=~\"web|api\", env!=\"\"}");

    assertThat(
            Nearness.nearest(
                selector,
                series(
                    "errors{code=\"500\"}",
                    "errors{code=\"501\", job=\"web\", env=\"p\"}",
                    "errors{code=\"5xx\", job=\"web\", env=\"p\"}")))
        .contains(series("errors{code=\"501\", job=\"web\", env=\"p\"}").get(0));
    Labels bare = series("errors{code=\"404\"}").get(0);
    assertThat(Nearness.differences(SelectedSeries.failing(selector, bare), bare))
        .isEqualTo("code is \"404\" and job is missing and env is missing");
  }

  private static List<Labels> series(String... notations) {
    return Stream.of(notations).map(SeriesNotation::selector).toList();
  }
}
