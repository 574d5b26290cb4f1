package io.firedrill.model;

import java.util.List;

/**
 * A native histogram with float counts; the components are named as in Prometheus's series
 * notation.
 *
 * @param schema the bucket resolution, -4 to 8, or -53 for custom buckets
 * @param count the number of observations
 * @param sum the sum of all observations
 * @param zeroThreshold the width of the zero bucket
 * @param zeroCount the observations in the zero bucket
 * @param positiveOffset the index of the first positive bucket
 * @param positiveBuckets absolute counts, one per bucket, without gaps
 * @param negativeOffset the index of the first negative bucket
 * @param negativeBuckets absolute counts, one per bucket, without gaps
 * @param customValues the upper bounds of custom buckets; empty for every other schema
 * @param resetHint what the writer knows about a counter reset before this sample
 */
public record NativeHistogram(
    int schema,
    double count,
    double sum,
    double zeroThreshold,
    double zeroCount,
    int positiveOffset,
    List<Double> positiveBuckets,
    int negativeOffset,
    List<Double> negativeBuckets,
    List<Double> customValues,
    ResetHint resetHint) {

  /** What is known about a counter reset between the previous sample and this one. */
  public enum ResetHint {
    /** Nothing is known; the reader compares the samples. */
    UNKNOWN,
    /** There was a reset. */
    RESET,
    /** There was none. */
    NOT_RESET,
    /** The histogram is a gauge, which has no resets. */
    GAUGE
  }

  public NativeHistogram {
    positiveBuckets = List.copyOf(positiveBuckets);
    negativeBuckets = List.copyOf(negativeBuckets);
    customValues = List.copyOf(customValues);
  }
}
