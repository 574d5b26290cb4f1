package io.firedrill.internal.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.model.SampleValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesValuesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "",                    ""
          1 2  3,                1.0 2.0 3.0
          " 1\t2\n3 ",           1.0 2.0 3.0
          1x3,                   1.0 1.0 1.0 1.0
          1x0,                   1.0
          1+2x3,                 1.0 3.0 5.0 7.0
          10-2x2,                10.0 8.0 6.0
          -1-2x2,                -1.0 -3.0 -5.0
          +1+1x1,                1.0 2.0
          1+-2x1,                refused
          _ _x2 1,               _ _ _ 1.0
          _x0 1,                 1.0
          1 stale 2,             1.0 stale 2.0
          Inf -inf +INF nan,     Infinity -Infinity Infinity NaN
          Inf+1x1,               Infinity Infinity
          stalex2 1,             refused
          stale+0x2 1,           stale NaN NaN 1.0
          stale-3x1,             stale NaN
          stale+1x0,             stale
          1e2 1E2 1.5e+1x1 .5 1.,100.0 100.0 15.0 15.0 0.5 1.0
          0x3,                   0.0 0.0 0.0 0.0
          010 08 00 1_000,       8.0 8.0 0.0 1000.0
          9223372036854775808,   9.223372036854776E18
          """)
  void reads(String text, String values) {
    assertThat(render(text)).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource({
    "0x10000000, 10000001",
    "1+2x18446744073, 18446744074",
    "_x9000000000000000000, 9000000000000000000",
    "{{count:1}}+{{count:2}}x4000000000, 4000000001",
    "1 2, 2",
  })
  void makesNoMoreValuesThanAreWanted(String text, long count) {
    WrittenValues values = SeriesNotation.values(text, 3);

    assertThat(values.count()).isEqualTo(count);
    assertThat(values.first()).hasSize((int) Math.min(3, count));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "_, 1",
    "_x3 -1m, 4",
    "0x10, 11",
    "-90s+15sx4, 5",
    "0s--15sx4 5m, 6",
    "+1h30x2, refused",
    "1h30mx2, refused",
    "_x0, refused",
    "1m+1m, refused",
    "5, refused",
    "stale, refused",
  })
  void countsStartTimestamps(String text, String count) {
    String counted;
    try {
      counted = Long.toString(SeriesNotation.startTimestamps(text));
    } catch (SeriesSyntaxException e) {
      counted = "refused";
    }
    assertThat(counted).isEqualTo(count);
  }

  @Test
  void addsUpStepByStepLikePromtool() {
    List<Optional<SampleValue>> values = SeriesNotation.values("0.1+0.1x9");

    double sum = 0.1;
    for (int i = 0; i < 9; i++) {
      sum += 0.1;
    }
    assertThat(values.get(9)).contains(SampleValue.of(sum));
    assertThat(sum).isNotEqualTo(0.1 + 9 * 0.1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          1 a 2       | 2 | expected a number, "_" or "stale", found "a"
          stalex3     | 0 | expected a number, "_" or "stale", found "stalex3"
          Infx3       | 0 | expected a number, "_" or "stale", found "Infx3"
          1,2         | 1 | expected a blank between values, found ","
          1 x5        | 2 | expected a number, "_" or "stale", found "x5"
          1x          | 2 | expected a whole number of repetitions after "x", found the end
          1x -1       | 2 | expected a whole number of repetitions after "x", found a blank
          1x1.5       | 3 | expected a blank between values, found ".5"
          1+2         | 3 | expected "x" and a number of repetitions, found the end
          1x9999999   | 0 | a series of more than 1000000 values
          1x99999999999999999999 | 2 | more than 9223372036854775807 repetitions
          1x9223372036854775807 1| 0 | a series of more than 9223372036854775807 values
          _+1x3       | 1 | expected a blank between values, found "+1x3"
          stale+1     | 7 | expected "x" and a number of repetitions, found the end
          1.5.5       | 0 | "1.5.5" is not a number, or too large
          1e400       | 0 | "1e400" is not a number, or too large
          1__0        | 0 | "1__0" is not a number, or too large
          --1         | 1 | expected a number, found "-1"
          1+ax2       | 2 | expected a number, found "ax2"
          ?           | 0 | expected a number, "_", "stale" or "{{", found "?"
          1x999999 1x9| 0 | a series of more than 1000000 values
          """)
  void explainsMistakes(String text, int offset, String message) {
    SeriesSyntaxException e =
        catchThrowableOfType(
            SeriesSyntaxException.class, () -> SeriesNotation.values(text.strip()));

    assertThat(e).hasMessage(message);
    assertThat(e.offset()).isEqualTo(offset);
  }

  private static String render(String text) {
    try {
      return SeriesNotation.values(text).stream()
          .map(SeriesValuesTest::render)
          .collect(Collectors.joining(" "));
    } catch (SeriesSyntaxException e) {
      return "refused";
    }
  }

  private static String render(Optional<SampleValue> value) {
    if (value.isEmpty()) {
      return "_";
    }
    return value.get() instanceof SampleValue.Number n ? Double.toString(n.value()) : "stale";
  }
}
