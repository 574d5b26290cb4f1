package io.firedrill.internal.coverage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what is to be covered, and what of it was seen. */
final class Tally {

  private final Map<CoverageItem, Set<CoverageState>> states = new TreeMap<>();
  private final Map<CoverageItem, Set<CoverageState>> seen = new TreeMap<>();

  /** There is such an item, and these states of it count. */
  void add(CoverageItem item, Set<CoverageState> wanted) {
    states.computeIfAbsent(item, any -> EnumSet.noneOf(CoverageState.class)).addAll(wanted);
  }

  /** It happened; what does not count is let go. */
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
