package io.firedrill.internal.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import io.firedrill.model.NativeHistogram;
import io.firedrill.model.NativeHistogram.ResetHint;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class CurveTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(30);

  @Test
  void keepsFewPoints() {
    PictureLine line = line(samples(3, i -> i * 1.5));

    assertThat(line.labels()).containsEntry("job", "a");
    assertThat(line.times()).containsExactly(0.0, 60.0, 120.0);
    assertThat(line.values()).containsExactly(0.0, 1.5, 3.0);
  }

  @Test
  void omitsPointsBetweenEqualValues() {
    PictureLine line = line(samples(1000, i -> i < 500 ? 1 : 0));

    assertThat(line.times()).containsExactly(0.0, 499 * 60.0, 500 * 60.0, 999 * 60.0);
    assertThat(line.values()).containsExactly(1.0, 1.0, 0.0, 0.0);
  }

  @Test
  void keepsExtremesOfManyPoints() {
    PictureLine line =
        line(samples(20_000, i -> i == 7_777 ? 1e9 : i == 13_131 ? -1e9 : Math.sin(i)));

    assertThat(line.times()).hasSizeLessThanOrEqualTo(500).isSorted().doesNotHaveDuplicates();
    assertThat(line.values()).contains(1e9, -1e9, 0.0, Math.sin(19_999));
    assertThat(line.times()).contains(7_777 * 60.0, 13_131 * 60.0, 0.0, 19_999 * 60.0);
  }

  @Test
  void keepsGapsOfManyPoints() {
    List<Sample> samples = samples(20_000, Math::sin);
    samples.set(12_345, new Sample(samples.get(12_345).time(), SampleValue.stale()));
    PictureLine line = line(samples);

    assertThat(line.values().get(line.times().indexOf(12_345 * 60.0))).isNaN();
  }

  @Test
  void hasGapsWithoutNumbers() {
    PictureLine line = line(samples(3, i -> i == 1 ? Double.POSITIVE_INFINITY : i));

    assertThat(line.values()).containsExactly(0.0, Double.NaN, 2.0);
  }

  @Test
  void endsWithTheRun() {
    Curve curve = Curve.of(samples(10, i -> i), START, Duration.ofMinutes(4));

    assertThat(curve.line(Labels.empty()).times()).containsExactly(0.0, 60.0, 120.0, 180.0, 240.0);
  }

  @Test
  void isNotDrawnForHistograms() {
    NativeHistogram histogram =
        new NativeHistogram(
            0, 1, 2, 0, 0, 0, List.of(1.0), 0, List.of(), List.of(), ResetHint.UNKNOWN);
    Sample sample = new Sample(START, SampleValue.of(histogram));

    assertThat(Curve.of(List.of(sample), START, LENGTH).isDrawable()).isFalse();
    assertThat(Curve.of(samples(1, i -> 1), START, LENGTH).isDrawable()).isTrue();
    assertThat(Curve.of(List.of(), START, LENGTH).isDrawable()).isTrue();
  }

  private static PictureLine line(List<Sample> samples) {
    return Curve.of(samples, START, LENGTH).line(Labels.of("job", "a"));
  }

  private static List<Sample> samples(int count, IntToDoubleFunction value) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(new Sample(START.plusSeconds(60L * i), SampleValue.of(value.applyAsDouble(i))));
    }
    return samples;
  }
}
