package io.firedrill.internal.coverage;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one test covered, and what it could have: all of its rules and routes.
 *
 * @param items each thing once, in the order of {@link CoverageItem}
 */
public record CoverageResult(List<Entry> items) {

  /**
   * Something that can be covered, and how far the test did.
   *
   * @param item what it is
   * @param states what has to happen to it, in order
   * @param seen what of that has happened in the test, in order
   */
  public record Entry(CoverageItem item, Set<CoverageState> states, Set<CoverageState> seen) {
    public Entry {
      states = sorted(states);
      seen = sorted(seen);
      if (!states.containsAll(seen)) {
        throw new IllegalArgumentException(
            "seen in it are " + seen + ", and its states are " + states);
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
