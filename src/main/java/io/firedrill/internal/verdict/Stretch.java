package io.firedrill.internal.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Consecutive evaluations with the same state.
 *
 * @param first the first of them, virtual time
 * @param last the last of them
 * @param what what was so
 */
public record Stretch<T>(Instant first, Instant last, T what) {

  /** Cuts evaluations, in order, into stretches. */
  public static <T> List<Stretch<T>> of(List<Instant> evaluations, Function<Instant, T> what) {
    List<Stretch<T>> stretches = new ArrayList<>();
    for (Instant evaluation : evaluations) {
      T now = what.apply(evaluation);
      int end = stretches.size() - 1;
      if (end >= 0 && stretches.get(end).what().equals(now)) {
        stretches.set(end, new Stretch<>(stretches.get(end).first(), evaluation, now));
      } else {
        stretches.add(new Stretch<>(evaluation, evaluation, now));
      }
    }
    return stretches;
  }

  /** {@code 5m}, {@code 5m to 9m}. */
  public String text(VirtualTime time) {
    return first.equals(last) ? time.text(first) : time.text(first) + " to " + time.text(last);
  }
}
