package io.firedrill.internal.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.promql.DurationExpr.QueryTimes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromqlTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1 + 2 * 3 ^ 4 ^ 5                | (1 + (2 * (3 ^ (4 ^ 5))))
          1 - 2 - 3                        | ((1 - 2) - 3)
          -a ^ b                           | -((a ^ b))
          -a * b                           | (-(a) * b)
          a or b and c unless d            | (a or ((b and c) unless d))
          a > b == c + d                   | ((a > b) == (c + d))
          a atan2 b % c                    | ((a atan2 b) % c)
          a offset 5m ^ 2                  | (a offset 5m ^ 2)
          a offset -5m * 2                 | (a offset -5m * 2)
          """)
  void groupsByPrecedence(String expression, String grouped) {
    assertThat(grouped(Promql.parse(expression))).isEqualTo(grouped);
  }

  private static String grouped(Expr expr) {
    if (expr instanceof BinaryOperation o) {
      return "(%s %s %s)".formatted(grouped(o.left()), o.operator(), grouped(o.right()));
    }
    return expr instanceof UnaryOperation o
        ? "%s(%s)".formatted(o.sign(), grouped(o.operand()))
        : expr.toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      textBlock =
          """
          SUM(a)BY(job,"b.c") => sum by (job, "b.c") (a)
          avg by()(a) => avg(a)
          a{ z='1' , b!~`\\d` } => a{b!~"\\\\d",z="1"}
          {"a b"}[300]offset-1w@end() => {__name__="a b"}[5m] @ end() offset -1w
          a*ON(b)GROUP_LEFT c => a * on (b) group_left () c
          a>bool 0x10 => a > bool 16
          a smoothed offset 0s => a smoothed
          a[1h:90s]@1.5 => a[1h:1m30s] @ 1.500
          a[(-2)^2+step()] => a[(-2) ^ 2 + step()]
          a + fill_left(1) fill_right(Inf) b => a + fill_left (1) fill_right (Inf) b
          +Inf ^ a => +Inf ^ a
          1e-7 + 1e21 => 0.0000001 + 1000000000000000000000
          "\\xff\\u0001" == "" => none
          """)
  void writesOneForm(String expression, String written) {
    assertThat(Promql.tryParse(expression).map(Expr::toString).orElse("none")).isEqualTo(written);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "5m | 5m",
        "300 | 5m",
        "5m * 2 | 10m",
        "2 ^ 3 ^ 2 | 512s",
        "-(5m - 1h) | 55m",
        "step() + 1m | 1m30s",
        "max_of(range(), 1h) | 2h",
        "min_of(step(), 1h) / 2 | 15s",
        "1h % 50m | 10m",
        "1.5 | 1500ms",
      })
  void computesDurations(String written, String expected) {
    RangeSelector selector = (RangeSelector) Promql.parse("a[" + written + "]");
    RangeSelector wanted = (RangeSelector) Promql.parse("a[" + expected + "]");
    QueryTimes times = new QueryTimes(Duration.ofSeconds(30), Duration.ofHours(2));

    assertThat(selector.range().duration(times)).isEqualTo(wanted.range().duration(times));
  }

  @Test
  void findsAllPartsInTheOrderOfTheText() {
    Expr expr = Promql.parse("sum(rate(a[5m])) / (b + 1)");

    assertThat(expr.all())
        .extracting(Expr::toString)
        .containsExactly(
            "sum(rate(a[5m])) / (b + 1)",
            "sum(rate(a[5m]))",
            "rate(a[5m])",
            "a[5m]",
            "(b + 1)",
            "b + 1",
            "b",
            "1");
  }

  @Test
  void knowsTheMatchersOfSelectors() {
    List<String> selectors =
        Promql.parse("a{b=\"c\"} / on (b) {__name__=\"x\", d!~\"e\"} + {\"y.z\"} + {f=\"g\"}")
            .all()
            .stream()
            .filter(Selector.class::isInstance)
            .map(Selector.class::cast)
            .map(s -> s.metric().orElse("-") + " " + s.seriesText())
            .collect(Collectors.toList());

    assertThat(selectors)
        .containsExactly(
            "a a{b=\"c\"}", "x {__name__=\"x\",d!~\"e\"}", "y.z {__name__=\"y.z\"}", "- {f=\"g\"}");
  }
}
