package io.firedrill.assertions;

import io.firedrill.internal.scenario.ExpectedSample;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.source.Origin;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An expected sample of a query: all of its labels, and a float or a native histogram. Created by
 * {@link DrillAssertions#sample}.
 */
public final class SampleSpec {

  private final Labels labels;
  private final SampleValue value;

  private SampleSpec(Labels labels, SampleValue value) {
    this.labels = labels;
    this.value = value;
  }

  static SampleSpec of(String selector, double value) {
    return new SampleSpec(SeriesNotation.selector(selector), SampleValue.of(value));
  }

  static SampleSpec histogram(String selector, String histogram) {
    return new SampleSpec(
        SeriesNotation.selector(selector), SampleValue.of(SeriesNotation.histogram(histogram)));
  }

  /** The expectations, each with its position in the list. */
  static List<ExpectedSample> expected(SampleSpec... specs) {
    return IntStream.range(0, specs.length)
        .mapToObj(
            i ->
                new ExpectedSample(
                    specs[i].labels, specs[i].value, new Origin.Listed(i + 1, specs.length)))
        .toList();
  }
}
