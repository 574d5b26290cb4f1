package io.firedrill.internal.coverage;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one test covered, and what it could have covered: all of its rules and routes.
 *
 * @param items each item once, in the order of {@link CoverageItem}
 */
public record CoverageResult(List<Entry> items) {

  /**
   * Something that can be covered, and how far the test covered it.
   *
   * @param item what it is
   * @param states the states that have to be seen, in order
   * @param seen those that the test has seen, in order
   */
  public record Entry(CoverageItem item, Set<CoverageState> states, Set<CoverageState> seen) {
    public Entry {
      states = sorted(states);
      seen = sorted(seen);
      if (!states.containsAll(seen)) {
        throw new IllegalArgumentException(
            "seen states " + seen + " are not among its states " + states);
      }
    }

    private static Set<CoverageState> sorted(Set<CoverageState> states) {
      return states.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(states));
    }
  }

  public CoverageResult {
    items = List.copyOf(items);
  }
}
