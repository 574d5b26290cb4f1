package io.firedrill.internal.prometheus;

import java.util.List;

/** A sample's value in a query's result. */
public sealed interface QueryValue {

  /** A float; NaN and the infinities included. */
  record Number(double value) implements QueryValue {}

  /**
   * A native histogram as the query API shows it: buckets by their bounds, without the schema, and
   * without the empty ones.
   *
   * @param count the number of observations
   * @param sum the sum of all observations
   * @param buckets the buckets that are not empty, from the lowest to the highest
   */
  record Histogram(double count, double sum, List<Bucket> buckets) implements QueryValue {
    public Histogram {
      buckets = List.copyOf(buckets);
    }
  }

  /**
   * A histogram's bucket.
   *
   * @param bounds which bounds belong to the bucket
   * @param lower the lower bound
   * @param upper the upper bound
   * @param count the observations in it
   */
  record Bucket(Bounds bounds, double lower, double upper, double count) {}

  /** Which bounds belong to a bucket; in the order of the API's codes 0 to 3. */
  enum Bounds {
    /** Greater than the lower bound, up to and including the upper: positive buckets. */
    UPPER_INCLUSIVE,
    /** From the lower bound on, less than the upper: negative buckets. */
    LOWER_INCLUSIVE,
    /** Neither. */
    EXCLUSIVE,
    /** Both: the zero bucket, and the lowest of custom buckets. */
    INCLUSIVE
  }
}
