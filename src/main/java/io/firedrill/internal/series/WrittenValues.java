package io.firedrill.internal.series;

import io.firedrill.model.SampleValue;
import java.util.List;
import java.util.Optional;

/**
 * What a list such as {@code 1+2x3} stands for.
 *
 * @param first the first values, one an interval, as many as were wanted; a gap is empty
 * @param count how many values there are in all
 */
public record WrittenValues(List<Optional<SampleValue>> first, long count) {

  public WrittenValues {
    first = List.copyOf(first);
  }
}
