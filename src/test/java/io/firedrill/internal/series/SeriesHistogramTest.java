package io.firedrill.internal.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.model.NativeHistogram;
import io.firedrill.model.NativeHistogram.ResetHint;
import io.firedrill.model.SampleValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesHistogramTest {

  @Test
  void readsEveryField() {
    String text =
        "{{schema:2 count:9.5 sum:-4 z_bucket:1.5 z_bucket_w:0.25 buckets:[1 0 2 ] offset:-2 "
            + "n_buckets:[5] n_offset:3 counter_reset_hint:not_reset}}";

    assertThat(SeriesNotation.histogram(text))
        .isEqualTo(
            new NativeHistogram(
                2,
                9.5,
                -4,
                0.25,
                1.5,
                -2,
                List.of(1.0, 0.0, 2.0),
                3,
                List.of(5.0),
                List.of(),
                ResetHint.NOT_RESET));
  }

  @Test
  void readsCustomBuckets() {
    NativeHistogram histogram =
        SeriesNotation.histogram("{{schema:-53 custom_values:[0.5 1] buckets:[1 2 3]}}");

    assertThat(histogram.customValues()).containsExactly(0.5, 1.0);
    assertThat(histogram.positiveBuckets()).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void canBeMixedWithOtherValuesAndRepeated() {
    List<Optional<SampleValue>> values = SeriesNotation.values("1 {{}} {{count:2}}x2 _");

    assertThat(values).hasSize(6);
    assertThat(values.get(4)).isEqualTo(SeriesNotation.values("{{count:2}}").get(0));
    assertThat(values.get(5)).isEmpty();
  }

  @Test
  void addsDifferentBuckets() {
    NativeHistogram last =
        last(
            "{{count:3 sum:6 buckets:[1 2] offset:1}}"
                + "+{{count:1 sum:1 buckets:[1 1] offset:-1 n_buckets:[4]}}x2");

    assertThat(last.count()).isEqualTo(5);
    assertThat(last.positiveOffset()).isEqualTo(-1);
    assertThat(last.positiveBuckets()).containsExactly(2.0, 2.0, 1.0, 2.0);
    assertThat(last.negativeBuckets()).containsExactly(8.0);
  }

  @Test
  void reducesAFinerSecondHistogram() {
    NativeHistogram last = last("{{schema:0 buckets:[1 1]}}+{{schema:1 buckets:[1 1 1 1]}}x1");

    assertThat(last.schema()).isZero();
    assertThat(last.positiveBuckets()).containsExactly(2.0, 3.0, 1.0);
  }

  @Test
  void widensTheZeroBucketToTheBoundOfABucket() {
    NativeHistogram last =
        last(
            "{{z_bucket:2 z_bucket_w:0.5 buckets:[1 2 3 4]}}"
                + "+{{z_bucket:1 z_bucket_w:3 buckets:[1 1] offset:3}}x1");

    assertThat(last.zeroThreshold()).isEqualTo(4);
    assertThat(last.zeroCount()).isEqualTo(9);
    assertThat(last.positiveOffset()).isEqualTo(3);
    assertThat(last.positiveBuckets()).containsExactly(5.0, 1.0);
  }

  @Test
  void subtracts() {
    assertThat(last("{{count:5 buckets:[5]}}-{{count:1 buckets:[1]}}x3").positiveBuckets())
        .containsExactly(2.0);
  }

  @Test
  void aGaugeStaysAGauge() {
    assertThat(last("{{counter_reset_hint:gauge}}+{{count:1}}x1").resetHint())
        .isEqualTo(ResetHint.GAUGE);
    assertThat(last("{{counter_reset_hint:reset}}+{{count:1}}x1").resetHint())
        .isEqualTo(ResetHint.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          {{count:1                              | 9 | expected a blank or "}}", found the end
          {{cuont:1}}                            | 2 | unknown histogram field "cuont"
          {{count:1,sum:2}}                      | 9 | expected a blank or "}}", found ","
          {{count 1}}                            | 7 | expected ":" after "count", found a blank
          {{count:}}                             | 8 | expected a number, found "}"
          {{count:1 count:2}}                    |10 | "count" is given twice
          {{schema:x}}                           | 9 | expected a whole number, found "x"
          {{schema:60}}                          | 0 | schema 60 does not exist: it is -4 to 8, or -53
          {{custom_values:[1]}}                  | 0 | custom_values need schema:-53
          {{buckets:1}}                          |10 | expected "[", found "1"
          {{buckets:[1,2]}}                      |12 | expected a blank or "]", found ","
          {{counter_reset_hint:no}}              |21 | expected unknown, reset, not_reset or gauge
          {{z_bucket_w:-1}}                      |13 | expected a number, found "-1"
          {{buckets:[1 -1]}}                     | 0 | histogram 1 of the series has a negative count
          {{count:1}}-{{count:1}}x2              | 0 | histogram 3 of the series has a negative count
          {{count:1}}+1x2                        |12 | expected a histogram, "{{", found "1x2"
          {{count:1}}+{{count:1}}                |23 | expected "x" and a number of repetitions, found the end
          {{schema:2}}+{{schema:1}}x2            | 0 | the second histogram is coarser: schema 1 after 2
          {{schema:-53 custom_values:[1]}}+{{}}x1| 0 | histograms with different custom buckets
          {{buckets:[1]}}+{{buckets:[1] offset:999999}}x1 | 0 | the buckets of the histograms are too far apart
          """)
  void explainsMistakes(String text, int offset, String message) {
    SeriesSyntaxException e =
        catchThrowableOfType(SeriesSyntaxException.class, () -> SeriesNotation.values(text));

    assertThat(e).hasMessage(message);
    assertThat(e.offset()).isEqualTo(offset);
  }

  @Test
  void aSingleHistogramHasNothingAfterIt() {
    assertThat(
            catchThrowableOfType(
                SeriesSyntaxException.class, () -> SeriesNotation.histogram("{{}} 1")))
        .hasMessage("expected nothing after the histogram, found \"1\"");
    assertThat(
            catchThrowableOfType(SeriesSyntaxException.class, () -> SeriesNotation.histogram("1")))
        .hasMessage("expected a histogram, \"{{\", found \"1\"");
  }

  private static NativeHistogram last(String text) {
    List<Optional<SampleValue>> values = SeriesNotation.values(text);
    return ((SampleValue.Histogram) values.get(values.size() - 1).orElseThrow()).histogram();
  }
}
