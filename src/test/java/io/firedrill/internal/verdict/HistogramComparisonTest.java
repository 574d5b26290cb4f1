package io.firedrill.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.QueryValue.Bounds;
import io.firedrill.internal.prometheus.QueryValue.Bucket;
import io.firedrill.internal.prometheus.QueryValue.Histogram;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.model.NativeHistogram;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramComparisonTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "{{}}; count 0, sum 0",
        "{{count:3 sum:5.5 buckets:[2 0 1]}}; count 3, sum 5.5, (0.5,1]: 2, (2,4]: 1",
        "{{schema:1 offset:2 buckets:[1]}}; count 0, sum 0, (1.4142135623730951,2]: 1",
        "{{schema:-1 offset:1 buckets:[1]}}; count 0, sum 0, (1,4]: 1",
        "{{n_buckets:[1 2]}}; count 0, sum 0, [-2,-1): 2, [-1,-0.5): 1",
        "{{z_bucket:2 z_bucket_w:0.1}}; count 0, sum 0, [-0.1,0.1]: 2",
        "{{z_bucket:2}}; count 0, sum 0, [0,0]: 2",
        "{{z_bucket:1 z_bucket_w:0.7 buckets:[1]}}; count 0, sum 0, [-0.7,0.7]: 1, (0.7,1]: 1",
        "{{schema:-53 custom_values:[5 10] buckets:[1 2 3]}};"
            + " count 0, sum 0, [-Inf,5]: 1, (5,10]: 2, (10,+Inf]: 3",
      })
  void bucketsHaveTheBoundsOfTheQueryApi(String written, String shown) {
    assertThat(HistogramComparison.text(HistogramComparison.asQueried(parse(written))))
        .isEqualTo(shown);
  }

  @Test
  void agreesWhereCountSumAndBucketsDo() {
    Histogram expected = HistogramComparison.asQueried(parse("{{count:2 sum:nan buckets:[2]}}"));
    Bucket bucket = new Bucket(Bounds.UPPER_INCLUSIVE, 0.5, 1.0000000000000002, 2);

    assertThat(HistogramComparison.agree(expected, new Histogram(2, Double.NaN, List.of(bucket))))
        .as("bounds are computed, not compared to the last digit")
        .isTrue();
    assertThat(HistogramComparison.agree(expected, new Histogram(3, Double.NaN, List.of(bucket))))
        .isFalse();
    assertThat(HistogramComparison.agree(expected, new Histogram(2, 1, List.of(bucket)))).isFalse();
    assertThat(HistogramComparison.agree(expected, new Histogram(2, Double.NaN, List.of())))
        .isFalse();
  }

  @Test
  void aBucketDiffersInCountBoundsAndWhatBelongsToIt() {
    Histogram expected = HistogramComparison.asQueried(parse("{{buckets:[2]}}"));

    assertThat(agrees(expected, new Bucket(Bounds.UPPER_INCLUSIVE, 0.5, 1, 2))).isTrue();
    assertThat(agrees(expected, new Bucket(Bounds.UPPER_INCLUSIVE, 0.5, 1, 3))).isFalse();
    assertThat(agrees(expected, new Bucket(Bounds.UPPER_INCLUSIVE, 0.5, 2, 2))).isFalse();
    assertThat(agrees(expected, new Bucket(Bounds.EXCLUSIVE, 0.5, 1, 2))).isFalse();
  }

  private static boolean agrees(Histogram expected, Bucket bucket) {
    return HistogramComparison.agree(expected, new Histogram(0, 0, List.of(bucket)));
  }

  private static NativeHistogram parse(String text) {
    return SeriesNotation.histogram(text);
  }
}
