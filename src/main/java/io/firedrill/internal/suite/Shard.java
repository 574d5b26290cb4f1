package io.firedrill.internal.suite;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A part of a suite, for one of several machines. Every machine with the same tests and durations
 * computes the same split.
 *
 * @param index the number of the part, from 1
 * @param count the number of parts
 */
public record Shard(int index, int count) {

  /** The whole suite. */
  public static final Shard ALL = new Shard(1, 1);

  /**
   * The tests of this part, in order. Tests are assigned by length, the longest first, each to the
   * part with the least work. The longest part then takes at most a third longer than the optimum.
   *
   * @see <a href="https://en.wikipedia.org/wiki/Longest-processing-time-first_scheduling">the
   *     bound</a>
   */
  public List<Selection.Test> of(List<Selection.Test> tests, Durations durations) {
    List<Long> millis = durations.millis(tests);
    long[] loads = new long[count];
    Set<Integer> own = new HashSet<>();
    IntStream.range(0, tests.size())
        .boxed()
        .sorted(Comparator.comparing(millis::get, Comparator.reverseOrder()))
        .forEach(
            test -> {
              int part = leastLoaded(loads);
              loads[part] += millis.get(test);
              if (part == index - 1) {
                own.add(test);
              }
            });
    return IntStream.range(0, tests.size()).filter(own::contains).mapToObj(tests::get).toList();
  }

  private static int leastLoaded(long[] loads) {
    long least = Arrays.stream(loads).min().orElseThrow();
    return IntStream.range(0, loads.length)
        .filter(i -> loads[i] == least)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
