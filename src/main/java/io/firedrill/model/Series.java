package io.firedrill.model;

import java.util.List;

/**
 * A series with its samples, in chronological order.
 *
 * @param labels the labels, including the metric name
 * @param samples the samples
 */
public record Series(Labels labels, List<Sample> samples) {
  public Series {
    samples = List.copyOf(samples);
  }
}
