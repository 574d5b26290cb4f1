package io.firedrill.internal.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.promql.MetricSelectors.Need;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricSelectorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          up                                              | up
          up{job="a"} == 0                                | up{job="a"}
          {__name__=~"a.+", b="}"} > 1                    | {__name__=~"a.+",b="}"}
          rate(errors_total[5m]) / rate(ops_total[5m])    | errors_total, ops_total
          sum by (job, code) (rate(a{x='1'}[5m]))         | a{x="1"}
          sum(b) BY (job) > 0.5                           | b
          a / on (job) group_left (team) owners           | a, owners
          a and ignoring (x) b unless on () c             | a, b, c
          a offset 1h > bool 2e3                          | a
          job:a:rate5m - job:a:rate5m offset 1d > -Inf    | job:a:rate5m
          max_over_time(rate(a[5m])[1h:1m] @ end())       | a
          time() - vector(1) > 0x1F                       |
          hour() >= bool 14 * 60                          |
          absent(a{b="c # d"}) # a comment about e        | a{b="c # d"}
          label_replace(a, "x", "$1", "y", "(.*)")        | a
          {"a.b", c="d"}                                  | {__name__="a.b",c="d"}
          info(a, {k8s_pod=~".+"})                        | a, target_info{k8s_pod=~".+"}
          info(a)                                         | a, target_info
          not an expression                               |
          """)
  void areFound(String expression, String selectors) {
    assertThat(String.join(", ", MetricSelectors.of(expression).selectors()))
        .isEqualTo(selectors == null ? "" : selectors);
  }

  @Test
  void areAllNeeded() {
    MetricSelectors selectors = MetricSelectors.of("a / b > 1");

    assertThat(selectors).isEqualTo(new MetricSelectors(List.of("a", "b"), Need.ALL));
    assertThat(selectors.satisfiedBy(Set.of("a"))).isFalse();
    assertThat(selectors.satisfiedBy(Set.of("a", "b"))).isTrue();
  }

  @Test
  void areNotAllNeededIfOneSideMayBeAbsent() {
    assertThat(MetricSelectors.of("(max(a) or vector(0)) == 0").satisfiedBy(Set.of("a"))).isTrue();
    assertThat(MetricSelectors.of("a > 1 unless b").satisfiedBy(Set.of("a"))).isTrue();
    assertThat(MetricSelectors.of("a > 1 unless b").satisfiedBy(Set.of())).isFalse();
  }
}
