package io.firedrill.model;

import java.util.List;

/**
 * A series with its samples, in order of time.
 *
 * @param labels the labels, the metric name among them
 * @param samples the samples
 */
public record Series(Labels labels, List<Sample> samples) {
  public Series {
    samples = List.copyOf(samples);
  }
}
