package io.firedrill.internal.result;

import java.util.List;
import java.util.Map;

/**
 * A series as a line.
 *
 * @param labels its labels, including the metric name, ordered by name
 * @param times the points' virtual times, in seconds since the start
 * @param values their values; NaN for a gap
 */
public record PictureLine(Map<String, String> labels, List<Double> times, List<Double> values) {

  public PictureLine {
    times = List.copyOf(times);
    values = List.copyOf(values);
    if (times.size() != values.size()) {
      throw new IllegalArgumentException(times.size() + " times, " + values.size() + " values");
    }
  }
}
