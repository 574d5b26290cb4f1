package io.firedrill.internal.promql;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.PrometheusDuration;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadTest {

  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  /**
   * The oldest and the newest sample that is read, relative to the evaluation or the time that is
   * set.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                                            | 5m to 0s
          a offset 1h                                  | 1h5m to 1h
          a offset -1h                                 | -55m to -1h
          rate(a[10m])                                 | 10m to 0s
          rate(a[10m] offset 1d)                       | 1d10m to 1d
          rate(a[2 * 5m] offset (1h * 24))             | 1d10m to 1d
          rate(a[5m]) / b                              | 5m to 0s, 5m to 0s
          max_over_time(rate(a[10m])[1h:1m])           | 1h10m to 0s
          max_over_time(a[1h:] offset 2h)              | 3h5m to 2h
          max_over_time((a offset 1m)[1h:] offset 2h)  | 3h6m to 2h1m
          max_over_time(sum_over_time(a[1h:])[2h:])    | 3h5m to 0s
          a @ 1609746000                               | 5m to 0s at 2021-01-04T07:40:00Z
          a @ end() offset 1h                          | 1h5m to 1h
          max_over_time((a @ 1609746000)[1h:])         | 5m to 0s at 2021-01-04T07:40:00Z
          max_over_time((a @ end())[1h:] offset 1d)    | 5m to 0s
          max_over_time(a[1h:] @ 1609746000)           | 1h5m to 0s at 2021-01-04T07:40:00Z
          rate(a[10m] anchored)                        | 15m to 0s
          rate(a[10m] smoothed)                        | 15m to -5m
          a smoothed                                   | 5m to -5m
          time() - vector(1)                           |
          """)
  void tellsFromWhenToWhen(String expression, String expected) {
    assertThat(
            Read.of(Promql.parse(expression), LOOKBACK).stream()
                .map(ReadTest::text)
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected == null ? "" : expected);
  }

  private static String text(Read read) {
    return PrometheusDuration.format(read.oldest())
        + " to "
        + PrometheusDuration.format(read.newest())
        + read.anchor().map(at -> " at " + at).orElse("");
  }

  @Test
  void knowsWhichSelectorsMayLookAhead() {
    assertThat(mayLookAhead("a offset -1s")).isTrue();
    assertThat(mayLookAhead("a @ 1609746000")).isTrue();
    assertThat(mayLookAhead("rate(a[5m] smoothed)")).isTrue();
    assertThat(mayLookAhead("max_over_time((a offset 5m)[10m:] offset -6m)")).isTrue();
    assertThat(mayLookAhead("max_over_time((a offset -5m)[10m:] offset 6m)")).isFalse();
    assertThat(mayLookAhead("a @ end()")).isFalse();
  }

  private static boolean mayLookAhead(String expression) {
    return Read.of(Promql.parse(expression), LOOKBACK).stream().anyMatch(Read::mayLookAhead);
  }
}
