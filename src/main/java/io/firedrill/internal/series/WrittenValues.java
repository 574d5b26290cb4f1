package io.firedrill.internal.series;

import io.firedrill.model.SampleValue;
import java.util.List;
import java.util.Optional;

/**
 * The values of a list such as {@code 1+2x3}.
 *
 * @param first the first values, one per interval, as many as were requested; a gap is empty
 * @param count the number of all values
 */
public record WrittenValues(List<Optional<SampleValue>> first, long count) {

  public WrittenValues {
    first = List.copyOf(first);
  }
}
