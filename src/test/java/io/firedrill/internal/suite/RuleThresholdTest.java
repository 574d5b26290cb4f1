package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.verdict.WatchedRule.Threshold;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleThresholdTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      value = {
        "accuracy < 0.55 => accuracy => < => 0.55",
        "sum by (job)  (x) >= 1e3 => sum by (job)  (x) => >= => 1e3",
        "x != -1 => x => != => -1",
        "( (a + b) > .5 ) => (a + b) => > => .5",
        "100 < x => x => > => 100",
        "a > 1 and b > 2 => a => > => 1",
        "time() - x > 5m => time() - x => > => 300",
        "x > 0x1F => x => > => 31",
        "x > 017 => x => > => 15",
        "x > 0.17 => x => > => 0.17",
        "x > 1_000 => x => > => 1000",
        "x > - 2 => x => > => -2",
      })
  void isANumberThatJavaReads(String expr, String left, String operator, String number) {
    assertThat(RuleThreshold.of(expr)).contains(new Threshold(left, operator, number));
    assertThat(Double.parseDouble(number)).isFinite();
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "x > Inf", "x > NaN", "a > 1 or b > 2", "(a > 1", "x > y"})
  void isNotMadeUp(String expr) {
    assertThat(RuleThreshold.of(expr)).isEmpty();
  }
}
