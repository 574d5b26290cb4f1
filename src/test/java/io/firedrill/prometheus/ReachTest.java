package io.firedrill.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.source.PrometheusDuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          up == 0                                         | 5m
          rate(errors_total[10m]) > 1                     | 10m
          rate(errors_total[1m]) > 1                      | 5m
          up offset 1h                                    | 1h5m
          up offset -1h                                   | 5m
          sum(rate(a[15m] offset 1d)) by (job)            | 1d15m
          max_over_time(up[2h:5m])                        | 2h5m
          max_over_time(rate(a[10m])[1h:])                | 1h10m
          up{x="[9d] offset 3d @ absent"} # [9d] @        | 5m
          rate(a[300]) > 1                                | -
          rate(a[5m * 2]) > 1                             | -
          up @ end()                                      | -
          absent(up)                                      | -
          absent_over_time(up[1h])                        | -
          sum(up) / count(up offset 10m) > (1 - 0.1)      | 15m
          """)
  void isFoundInTheText(String expr, String reach) {
    assertThat(Reach.of(expr).map(PrometheusDuration::format).orElse("-")).isEqualTo(reach);
  }
}
