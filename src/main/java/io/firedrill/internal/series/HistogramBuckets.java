package io.firedrill.internal.series;

import io.firedrill.model.NativeHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/** The buckets on one side of zero, by index; bounds are absolute values. */
record HistogramBuckets(int schema, NavigableMap<Integer, Double> counts) {

  static final int CUSTOM_SCHEMA = -53;

  /** A limit far above the range of any real histogram. */
  private static final int RANGE_LIMIT = 100_000;

  static HistogramBuckets positive(NativeHistogram h) {
    return of(h.schema(), h.positiveOffset(), h.positiveBuckets());
  }

  static HistogramBuckets negative(NativeHistogram h) {
    return of(h.schema(), h.negativeOffset(), h.negativeBuckets());
  }

  private static HistogramBuckets of(int schema, int offset, List<Double> buckets) {
    NavigableMap<Integer, Double> counts = new TreeMap<>();
    for (int i = 0; i < buckets.size(); i++) {
      counts.put(offset + i, buckets.get(i));
    }
    return new HistogramBuckets(schema, counts);
  }

  /** The upper bound of a bucket: the base, 2^(2^-schema), to the power of the index. */
  double upper(int index) {
    return Math.pow(2, Math.scalb((double) index, -schema));
  }

  double lower(int index) {
    return upper(index - 1);
  }

  /** The buckets outside of a zero bucket of this width. */
  HistogramBuckets outside(double threshold) {
    NavigableMap<Integer, Double> kept = new TreeMap<>(counts);
    if (schema != CUSTOM_SCHEMA) {
      kept.keySet().removeIf(index -> lower(index) < threshold);
    }
    return new HistogramBuckets(schema, kept);
  }

  /** The same observations in the wider buckets of a smaller schema. */
  HistogramBuckets reducedTo(int smaller) {
    NavigableMap<Integer, Double> merged = new TreeMap<>();
    counts.forEach(
        (index, count) -> {
          int wider = ((index - 1) >> (schema - smaller)) + 1;
          merged.merge(schema == smaller ? index : wider, count, Double::sum);
        });
    return new HistogramBuckets(smaller, merged);
  }

  HistogramBuckets combined(HistogramBuckets other, DoubleBinaryOperator op) {
    NavigableMap<Integer, Double> result = new TreeMap<>(counts);
    other.counts.forEach(
        (index, count) ->
            result.put(index, op.applyAsDouble(result.getOrDefault(index, 0.0), count)));
    return new HistogramBuckets(schema, result);
  }

  int offset() {
    return counts.isEmpty() ? 0 : counts.firstKey();
  }

  /** The counts from the first bucket to the last, with zeros for missing ones. */
  List<Double> dense() {
    List<Double> list = new ArrayList<>();
    if (!counts.isEmpty()) {
      if ((long) counts.lastKey() - counts.firstKey() > RANGE_LIMIT) {
        throw new IllegalArgumentException("the buckets of the histograms are too far apart");
      }
      for (int i = counts.firstKey(); i <= counts.lastKey(); i++) {
        list.add(counts.getOrDefault(i, 0.0));
      }
    }
    return list;
  }
}
