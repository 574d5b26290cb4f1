package io.firedrill.internal.promql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricNamesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "up == 0 | up",
        "sum by (job, instance) (rate(errors_total{job=\"a b\"}[5m])) / ops | errors_total ops",
        "sum(a) without (b) > 1e3 | a",
        "a * on (x) group_left (y) b | a b",
        "a and on () market:open:bool == 1 unless c offset 5m | a c market:open:bool",
        "time() - last_seconds > 3600 or vector(Inf) | last_seconds",
        "{__name__=\"a\", job=~\"b\"} + {\"c.d\", job=\"e\"} + {__name__=~\"f.*\"} | a c.d",
        "count_values(\"version\", build_info @ end()) # not this_one | build_info",
        "a{x='}', y=`\\`} > 0x1f | a",
        "quantile_over_time(0.9, a[1h:5m] offset -1d) | a",
        "topk by (job) (3, a) | a",
        "sum + offset / step | offset step sum",
        "info(a, {__name__=\"build_info\"}) | a build_info",
        "info(a, {k8s_pod=~\".+\"}) | a target_info",
      })
  void areFoundInExpressions(String expression, String names) {
    assertThat(String.join(" ", MetricNames.of(Promql.parse(expression)))).isEqualTo(names);
  }
}
