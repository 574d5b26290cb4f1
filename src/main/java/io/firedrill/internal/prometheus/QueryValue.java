package io.firedrill.internal.prometheus;

import java.util.List;

/** A sample's value in a query's result. */
public sealed interface QueryValue {

  /** A float, including NaN and infinities. */
  record Number(double value) implements QueryValue {}

  /**
   * A native histogram as the query API returns it: buckets with bounds, without the schema and
   * without empty buckets.
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
   * @param bounds which bounds the bucket includes
   * @param lower the lower bound
   * @param upper the upper bound
   * @param count the number of observations
   */
  record Bucket(Bounds bounds, double lower, double upper, double count) {}

  /** Which bounds a bucket includes, in the order of the API's codes 0 to 3. */
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
