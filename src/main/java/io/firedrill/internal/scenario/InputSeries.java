package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A series to feed to Prometheus.
 *
 * @param labels the labels, including the metric name
 * @param values one value per interval from the start on; empty = no sample at that time
 * @param timed values with their own times, as in recordings; in chronological order
 * @param delays how late each of the values arrives; the last one also holds for all others, and
 *     for timed values; empty = they arrive at their times
 * @param type the type of a target's metric, in Prometheus's word
 * @param position where the file names the series
 * @param ending the warning if an expression reads it after its end; empty if it ends with {@code
 *     stale}, or not before the test's last query
 * @param named where the test itself names the series; empty if it comes from a recording or from a
 *     file for many tests
 */
public record InputSeries(
    Labels labels,
    List<Optional<SampleValue>> values,
    List<TimedValue> timed,
    List<Duration> delays,
    Optional<String> type,
    Position position,
    Optional<Problem> ending,
    Optional<YamlScalar> named) {

  public InputSeries {
    values = List.copyOf(values);
    timed = List.copyOf(timed);
    delays = List.copyOf(delays);
  }

  /** A series with one value per interval. */
  public InputSeries(Labels labels, List<Optional<SampleValue>> values, Position position) {
    this(labels, values, List.of(), position);
  }

  /** A series whose values have their own times. */
  public InputSeries(
      Labels labels,
      List<Optional<SampleValue>> values,
      List<TimedValue> timed,
      Position position) {
    this(
        labels,
        values,
        timed,
        List.of(),
        Optional.empty(),
        position,
        Optional.empty(),
        Optional.empty());
  }

  InputSeries ending(Problem warning) {
    return new InputSeries(
        labels, values, timed, delays, type, position, Optional.of(warning), named);
  }

  InputSeries named(Optional<YamlScalar> where) {
    return new InputSeries(labels, values, timed, delays, type, position, ending, where);
  }

  /**
   * The samples, in chronological order.
   *
   * @param start the scenario's start
   * @param interval the scenario's interval
   */
  public List<Sample> samples(Instant start, Duration interval) {
    List<Sample> samples = new ArrayList<>(values.size() + timed.size());
    for (int i = 0; i < values.size(); i++) {
      Instant time = start.plus(interval.multipliedBy(i));
      values.get(i).ifPresent(value -> samples.add(new Sample(time, value)));
    }
    if (!timed.isEmpty()) {
      timed.forEach(t -> samples.add(new Sample(start.plus(t.offset()), t.value())));
      samples.sort(Comparator.comparing(Sample::time));
    }
    return samples;
  }

  InputSeries delayed(List<Duration> times) {
    return new InputSeries(labels, values, timed, times, type, position, ending, named);
  }

  InputSeries typed(Optional<String> word) {
    return new InputSeries(labels, values, timed, delays, word, position, ending, named);
  }

  /** Whether samples arrive later than at their times. */
  public boolean isLate() {
    return delays.stream().anyMatch(delay -> !delay.isZero());
  }

  /** The samples with the times at which they arrive, in the order of these. */
  public List<LateSample> lateSamples(Instant start, Duration interval) {
    List<LateSample> late = new ArrayList<>();
    for (Sample sample : samples(start, interval)) {
      long index = Duration.between(start, sample.time()).dividedBy(interval);
      Duration delay = delays.get((int) Math.min(delays.size() - 1L, Math.max(0, index)));
      late.add(new LateSample(sample, sample.time().plus(delay)));
    }
    late.sort(Comparator.comparing(LateSample::arrival));
    return late;
  }

  /** How long the series lasts: the offset of its last value, or zero if it has none. */
  public Duration lastOffset(Duration interval) {
    Duration byInterval = interval.multipliedBy(Math.max(0, values.size() - 1));
    Duration byTime = timed.isEmpty() ? Duration.ZERO : timed.get(timed.size() - 1).offset();
    return byInterval.compareTo(byTime) > 0 ? byInterval : byTime;
  }
}
