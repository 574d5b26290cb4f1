package io.firedrill.internal.series;

import io.firedrill.model.NativeHistogram;
import io.firedrill.model.NativeHistogram.ResetHint;
import java.util.function.DoubleBinaryOperator;

/** Adds and subtracts native histograms as Prometheus does. */
final class HistogramMath {

  private HistogramMath() {}

  /**
   * The sum. The second histogram may have a finer resolution or another zero bucket; the result
   * has the resolution of the first.
   *
   * @throws IllegalArgumentException if the two cannot be combined
   */
  static NativeHistogram add(NativeHistogram a, NativeHistogram b) {
    return combine(a, b, Double::sum, addedHint(a.resetHint(), b.resetHint()));
  }

  /**
   * The difference; otherwise like {@link #add}.
   *
   * @throws IllegalArgumentException if the two cannot be combined
   */
  static NativeHistogram subtract(NativeHistogram a, NativeHistogram b) {
    return combine(a, b, (x, y) -> x - y, a.resetHint());
  }

  private static NativeHistogram combine(
      NativeHistogram a, NativeHistogram b, DoubleBinaryOperator op, ResetHint hint) {
    boolean custom = a.schema() == HistogramBuckets.CUSTOM_SCHEMA;
    if (custom != (b.schema() == HistogramBuckets.CUSTOM_SCHEMA)
        || !a.customValues().equals(b.customValues())) {
      throw new IllegalArgumentException("histograms with different custom buckets");
    }
    if (a.schema() > b.schema()) {
      throw new IllegalArgumentException(
          "the second histogram is coarser: schema " + b.schema() + " after " + a.schema());
    }
    ZeroBucket zeroA = ZeroBucket.of(a);
    ZeroBucket zeroB = ZeroBucket.of(b);
    while (!custom && zeroA.threshold() != zeroB.threshold()) {
      zeroA = zeroA.widened(a, Math.max(zeroA.threshold(), zeroB.threshold()));
      zeroB = zeroB.widened(b, Math.max(zeroA.threshold(), zeroB.threshold()));
    }
    double threshold = zeroA.threshold();
    HistogramBuckets positive =
        HistogramBuckets.positive(a)
            .outside(threshold)
            .combined(HistogramBuckets.positive(b).outside(threshold).reducedTo(a.schema()), op);
    HistogramBuckets negative =
        HistogramBuckets.negative(a)
            .outside(threshold)
            .combined(HistogramBuckets.negative(b).outside(threshold).reducedTo(a.schema()), op);
    return new NativeHistogram(
        a.schema(),
        op.applyAsDouble(a.count(), b.count()),
        op.applyAsDouble(a.sum(), b.sum()),
        threshold,
        op.applyAsDouble(zeroA.count(), zeroB.count()),
        positive.offset(),
        positive.dense(),
        negative.offset(),
        negative.dense(),
        a.customValues(),
        hint);
  }

  private static ResetHint addedHint(ResetHint a, ResetHint b) {
    if (a == b) {
      return a;
    }
    return a == ResetHint.GAUGE || b == ResetHint.GAUGE ? ResetHint.GAUGE : ResetHint.UNKNOWN;
  }
}
