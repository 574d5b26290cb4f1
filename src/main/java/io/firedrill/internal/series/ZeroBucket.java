package io.firedrill.internal.series;

import io.firedrill.model.NativeHistogram;
import java.util.Map;

/** A zero bucket's width and count. */
record ZeroBucket(double threshold, double count) {

  static ZeroBucket of(NativeHistogram h) {
    return new ZeroBucket(h.zeroThreshold(), h.zeroCount());
  }

  /**
   * The zero bucket of a histogram after widening it to at least {@code atLeast}: it absorbs the
   * buckets within, and grows further if its bound would cut through a bucket that is not empty.
   */
  ZeroBucket widened(NativeHistogram h, double atLeast) {
    if (atLeast <= threshold) {
      return this;
    }
    double width = atLeast;
    while (true) {
      double grown =
          Math.max(
              end(HistogramBuckets.positive(h), width), end(HistogramBuckets.negative(h), width));
      if (grown == width) {
        return new ZeroBucket(
            width,
            h.zeroCount()
                + within(HistogramBuckets.positive(h), width)
                + within(HistogramBuckets.negative(h), width));
      }
      width = grown;
    }
  }

  private static double end(HistogramBuckets buckets, double width) {
    for (Map.Entry<Integer, Double> bucket : buckets.counts().entrySet()) {
      double upper = buckets.upper(bucket.getKey());
      boolean cut = buckets.lower(bucket.getKey()) < width && width < upper;
      if (cut && bucket.getValue() != 0) {
        return upper;
      }
    }
    return width;
  }

  private static double within(HistogramBuckets buckets, double width) {
    double sum = 0;
    for (Map.Entry<Integer, Double> bucket : buckets.counts().entrySet()) {
      sum += buckets.lower(bucket.getKey()) < width ? bucket.getValue() : 0;
    }
    return sum;
  }
}
