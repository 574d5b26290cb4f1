package io.firedrill.internal.target;

import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * A series that a target exposes. A scrape sees the last value at or before its time, or nothing at
 * a gap. Before the start it sees the first value, and after the end the last.
 */
public final class ExposedSeries {

  private final Labels labels;
  private final Instant begin;
  private final Values values;

  /** The value at a time at or after the start. */
  private interface Values {
    Optional<SampleValue> at(Instant time);
  }

  private ExposedSeries(Labels labels, Instant begin, Values values) {
    this.labels = labels;
    this.begin = begin;
    this.values = values;
  }

  /** A series with one value or gap per interval; at least one. */
  public static ExposedSeries of(
      Labels labels, Instant begin, Duration interval, List<Optional<SampleValue>> values) {
    values.forEach(value -> value.ifPresent(ExposedSeries::require));
    List<Optional<SampleValue>> all = List.copyOf(values);
    return generated(labels, begin, interval, i -> all.get(Math.min(i, all.size() - 1)));
  }

  /**
   * A series whose values are generated on demand, one per interval.
   *
   * @param values the value of each interval, from 0 on
   */
  public static ExposedSeries generated(
      Labels labels, Instant begin, Duration interval, IntFunction<Optional<SampleValue>> values) {
    return new ExposedSeries(
        labels,
        begin,
        time -> values.apply((int) Duration.between(begin, time).dividedBy(interval)));
  }

  /** A series of samples with their own times, in order; at least one. */
  public static ExposedSeries of(Labels labels, List<Sample> samples) {
    samples.forEach(sample -> require(sample.value()));
    List<Sample> all = List.copyOf(samples);
    return new ExposedSeries(labels, all.get(0).time(), time -> Optional.of(last(all, time)));
  }

  private static SampleValue last(List<Sample> samples, Instant time) {
    int low = 0;
    int high = samples.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (samples.get(middle).time().isAfter(time)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return samples.get(low).value();
  }

  private static void require(SampleValue value) {
    if (value instanceof SampleValue.Histogram) {
      throw new IllegalArgumentException(
          "a target cannot expose native histograms in the text format");
    }
  }

  /** The labels, including the metric name. */
  public Labels labels() {
    return labels;
  }

  /** The start of the series. */
  Instant begin() {
    return begin;
  }

  /** What a scrape sees; empty at a gap. */
  OptionalDouble at(Instant time) {
    SampleValue value = values.at(time.isBefore(begin) ? begin : time).orElse(null);
    return value instanceof SampleValue.Number number
        ? OptionalDouble.of(number.value())
        : OptionalDouble.empty();
  }
}
