package io.firedrill.internal.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "accuracy < 0.55 => accuracy < 0.55",
        "sum by (job) (rate(x[5m])) >= 1e3 => sum by (job) (rate(x[5m])) >= 1000",
        "up == 0 => up == 0",
        "x != -1 => x != -1",
        "5 < x => x > 5",
        "( (a + b) > .5 ) => (a + b) > 0.5",
        "(a > 1) * 2 > 3 => (a > 1) * 2 > 3",
        "x{path=\"a > b and c\"} > 2 => x{path=\"a > b and c\"} > 2",
        "a > 1 and on () b == 1 => a > 1",
        "a > 1 AND b => a > 1",
        "(a > 1 unless b) => a > 1",
        "a unless b > 1 and c => none",
        "android:and > 4 => android:and > 4",
        "a > 1 > 2 => a > 1 > 2",
      })
  void decidesWhetherAnAlertFires(String expression, String expected) {
    assertThat(Threshold.deciding(Promql.parse(expression)).map(ThresholdTest::text).orElse("none"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "a > b",
        "a > 1 or b > 2",
        "a > bool 1",
        "a > 10 * 60",
        "absent(a)",
        "1 > bool 2"
      })
  void isNotMadeUp(String expression) {
    assertThat(Threshold.deciding(Promql.parse(expression))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "a > 1 or b > bool 2 => a > 1; b > 2",
        "count(a > 5m) by (x) >= 3 unless on () 7 <= c => count by (x) (a > 5m) >= 3; a > 5m; c >= 7",
        "a + 1 => ~~",
      })
  void areFoundAnywhere(String expression, String expected) {
    assertThat(
            Threshold.allOf(Promql.parse(expression)).stream()
                .map(ThresholdTest::text)
                .collect(Collectors.joining("; ")))
        .isEqualTo(expected);
  }

  private static String text(Threshold threshold) {
    return threshold.compared() + " " + threshold.operator() + " " + threshold.number();
  }
}
