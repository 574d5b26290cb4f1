package io.firedrill.internal.verdict;

import io.firedrill.internal.prometheus.QueryValue.Bounds;
import io.firedrill.internal.prometheus.QueryValue.Bucket;
import io.firedrill.internal.prometheus.QueryValue.Histogram;
import io.firedrill.model.NativeHistogram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares a histogram as a scenario writes it with one as the query API shows it: count, sum, and
 * the buckets that are not empty, by their bounds. The API does not return the schema, the reset
 * hint, or the width of an empty zero bucket, which promtool also compares.
 */
final class HistogramComparison {

  private static final int CUSTOM_SCHEMA = -53;

  /** Prometheus reads bounds from a table; they may be off by a rounding from computed ones. */
  private static final double TOLERANCE = 1e-12;

  private HistogramComparison() {}

  static Histogram asQueried(NativeHistogram h) {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < h.negativeBuckets().size(); i++) {
      double upper = power(h.schema(), h.negativeOffset() + i);
      double lower = Math.max(power(h.schema(), h.negativeOffset() + i - 1), h.zeroThreshold());
      buckets.add(new Bucket(Bounds.LOWER_INCLUSIVE, -upper, -lower, h.negativeBuckets().get(i)));
    }
    Collections.reverse(buckets);
    buckets.add(
        new Bucket(Bounds.INCLUSIVE, 0 - h.zeroThreshold(), h.zeroThreshold(), h.zeroCount()));
    for (int i = 0; i < h.positiveBuckets().size(); i++) {
      buckets.add(positive(h, h.positiveOffset() + i, h.positiveBuckets().get(i)));
    }
    buckets.removeIf(b -> b.count() == 0);
    return new Histogram(h.count(), h.sum(), buckets);
  }

  static boolean agree(Histogram expected, Histogram actual) {
    boolean agree =
        same(expected.count(), actual.count())
            && same(expected.sum(), actual.sum())
            && expected.buckets().size() == actual.buckets().size();
    for (int i = 0; agree && i < expected.buckets().size(); i++) {
      agree = agree(expected.buckets().get(i), actual.buckets().get(i));
    }
    return agree;
  }

  /** {@code count 3, sum 5.5, (0.5,1]: 2, (1,2]: 1}. */
  static String text(Histogram h) {
    String head = "count " + NumberText.of(h.count()) + ", sum " + NumberText.of(h.sum());
    return h.buckets().stream()
        .map(HistogramComparison::text)
        .collect(Collectors.joining("", head, ""));
  }

  private static Bucket positive(NativeHistogram h, int index, double count) {
    if (h.schema() != CUSTOM_SCHEMA) {
      double lower = Math.max(power(h.schema(), index - 1), h.zeroThreshold());
      return new Bucket(Bounds.UPPER_INCLUSIVE, lower, power(h.schema(), index), count);
    }
    Bounds bounds = index == 0 ? Bounds.INCLUSIVE : Bounds.UPPER_INCLUSIVE;
    return new Bucket(bounds, custom(h, index - 1), custom(h, index), count);
  }

  private static double custom(NativeHistogram h, int index) {
    if (index < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    List<Double> bounds = h.customValues();
    return index < bounds.size() ? bounds.get(index) : Double.POSITIVE_INFINITY;
  }

  private static double power(int schema, int index) {
    return Math.pow(2, Math.scalb((double) index, -schema));
  }

  private static boolean agree(Bucket expected, Bucket actual) {
    return expected.bounds() == actual.bounds()
        && near(expected.lower(), actual.lower())
        && near(expected.upper(), actual.upper())
        && same(expected.count(), actual.count());
  }

  private static boolean near(double a, double b) {
    return a == b || Math.abs(a - b) <= TOLERANCE * Math.abs(a);
  }

  /** promtool compares histograms as text, in which NaN looks like NaN. */
  private static boolean same(double a, double b) {
    return a == b || Double.isNaN(a) && Double.isNaN(b);
  }

  private static String text(Bucket b) {
    boolean lower = b.bounds() == Bounds.LOWER_INCLUSIVE || b.bounds() == Bounds.INCLUSIVE;
    boolean upper = b.bounds() == Bounds.UPPER_INCLUSIVE || b.bounds() == Bounds.INCLUSIVE;
    return String.join(
        "",
        lower ? ", [" : ", (",
        NumberText.of(b.lower()),
        ",",
        NumberText.of(b.upper()),
        upper ? "]: " : "): ",
        NumberText.of(b.count()));
  }
}
