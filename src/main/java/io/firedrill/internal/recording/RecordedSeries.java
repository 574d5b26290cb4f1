package io.firedrill.internal.recording;

import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.IntStream;

/** A series and its samples in chronological order, sixteen bytes each. */
public final class RecordedSeries {

  /** Prometheus's staleness marker, a NaN that no measurement has. */
  static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

  private final Labels labels;
  private final long[] millis;
  private final double[] values;

  RecordedSeries(Labels labels, long[] millis, double[] values) {
    this.labels = labels;
    this.millis = millis;
    this.values = values;
  }

  /** The labels, including the metric name. */
  public Labels labels() {
    return labels;
  }

  /** The number of samples; at least one. */
  public int size() {
    return millis.length;
  }

  /** The time of the first sample. */
  public Instant first() {
    return Instant.ofEpochMilli(millis[0]);
  }

  /** The time of the last sample. */
  public Instant last() {
    return Instant.ofEpochMilli(millis[millis.length - 1]);
  }

  /** The samples, in chronological order, created on demand. */
  public Iterator<Sample> samples() {
    return IntStream.range(0, millis.length).mapToObj(this::sample).iterator();
  }

  /** The same series with all samples in memory. */
  public Series toSeries() {
    return new Series(labels, IntStream.range(0, millis.length).mapToObj(this::sample).toList());
  }

  private Sample sample(int i) {
    return new Sample(Instant.ofEpochMilli(millis[i]), value(values[i]));
  }

  private static SampleValue value(double value) {
    return isStale(value) ? SampleValue.stale() : SampleValue.of(value);
  }

  static boolean isStale(double value) {
    return Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(STALE);
  }
}
