package io.firedrill.internal.coverage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the items that can be covered, and their states that were seen. */
final class Tally {

  private final Map<CoverageItem, Set<CoverageState>> states = new TreeMap<>();
  private final Map<CoverageItem, Set<CoverageState>> seen = new TreeMap<>();

  /** Adds an item and the states that count for it. */
  void add(CoverageItem item, Set<CoverageState> wanted) {
    states.computeIfAbsent(item, any -> EnumSet.noneOf(CoverageState.class)).addAll(wanted);
  }

  /** Marks a state as seen; ignores states that do not count for the item. */
  void see(CoverageItem item, CoverageState state) {
    if (states.getOrDefault(item, Set.of()).contains(state)) {
      seen.computeIfAbsent(item, any -> EnumSet.noneOf(CoverageState.class)).add(state);
    }
  }

  CoverageResult result() {
    List<CoverageResult.Entry> entries = new ArrayList<>();
    states.forEach(
        (item, wanted) ->
            entries.add(new CoverageResult.Entry(item, wanted, seen.getOrDefault(item, Set.of()))));
    return new CoverageResult(entries);
  }
}
