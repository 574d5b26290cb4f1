package io.firedrill.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "accuracy < 0.55 => accuracy => < => 0.55",
        "sum by (job) (rate(x[5m])) >= 1e3 => sum by (job) (rate(x[5m])) => >= => 1e3",
        "up == 0 => up => == => 0",
        "x != -1 => x => != => -1",
        "(x > 5) => x => > => 5",
        "( (a + b) > .5 ) => (a + b) => > => .5",
        "(a > 1) * 2 > 3 => (a > 1) * 2 => > => 3",
        "x{path=\"a > b and c\"} > 2 => x{path=\"a > b and c\"} => > => 2",
        "x{path='(('} > 2 => x{path='(('} => > => 2",
        "a > 1 and on () b == 1 => a => > => 1",
        "a > 1 AND b => a => > => 1",
        "(a > 1 unless b) => a => > => 1",
        "android:and > 4 => android:and => > => 4",
        "max_over_time(x[1h:5m] offset 5m) < 7 => max_over_time(x[1h:5m] offset 5m) => < => 7",
        "x > 5 # or so => x => > => 5",
      })
  void isWhatStandsBeforeANumber(String expr, String left, String operator, String number) {
    assertThat(Comparison.of(expr)).contains(new Comparison(left, operator, number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "up",
        "a > b",
        "a > 1 or b > 2",
        "a > bool 1",
        "a > 10 * 60",
        "a > 5m",
        "5 < a",
        "absent(a)",
        "a > 1 > 2",
        "(a > 1",
        "and > ",
        "> 1",
      })
  void isNotMadeUp(String expr) {
    assertThat(Comparison.of(expr)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"0.55, 0.55", "-1, -1", "+2, 2", "1e3, 1000", ".5, 0.5", "5., 5"})
  void hasAValue(String number, double value) {
    assertThat(new Comparison("x", ">", number).value()).isEqualTo(value);
  }
}
