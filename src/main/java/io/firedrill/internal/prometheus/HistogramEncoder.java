package io.firedrill.internal.prometheus;

import io.firedrill.internal.prometheus.wire.BucketSpan;
import io.firedrill.internal.prometheus.wire.Histogram;
import io.firedrill.model.NativeHistogram;

/** Encodes native histograms for remote write: float counts, and one span for each sign. */
final class HistogramEncoder {

  private HistogramEncoder() {}

  static Histogram encode(NativeHistogram histogram, long timestamp) {
    Histogram.Builder wire =
        Histogram.newBuilder()
            .setCountFloat(histogram.count())
            .setSum(histogram.sum())
            .setSchema(histogram.schema())
            .setZeroThreshold(histogram.zeroThreshold())
            .setZeroCountFloat(histogram.zeroCount())
            .addAllPositiveCounts(histogram.positiveBuckets())
            .addAllNegativeCounts(histogram.negativeBuckets())
            .addAllCustomValues(histogram.customValues())
            .setResetHint(hint(histogram.resetHint()))
            .setTimestamp(timestamp);
    // Prometheus expects no span if there are no buckets.
    if (!histogram.positiveBuckets().isEmpty()) {
      wire.addPositiveSpans(span(histogram.positiveOffset(), histogram.positiveBuckets().size()));
    }
    if (!histogram.negativeBuckets().isEmpty()) {
      wire.addNegativeSpans(span(histogram.negativeOffset(), histogram.negativeBuckets().size()));
    }
    return wire.build();
  }

  private static BucketSpan span(int offset, int length) {
    return BucketSpan.newBuilder().setOffset(offset).setLength(length).build();
  }

  private static Histogram.ResetHint hint(NativeHistogram.ResetHint hint) {
    return switch (hint) {
      case UNKNOWN -> Histogram.ResetHint.UNKNOWN;
      case RESET -> Histogram.ResetHint.YES;
      case NOT_RESET -> Histogram.ResetHint.NO;
      case GAUGE -> Histogram.ResetHint.GAUGE;
    };
  }
}
