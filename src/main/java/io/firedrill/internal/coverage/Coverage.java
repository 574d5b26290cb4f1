package io.firedrill.internal.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What some tests have covered together.
 *
 * @param tests how many there are
 * @param lines everything that is loaded in any of them, once, by kind, file and line
 */
public record Coverage(int tests, List<CoverageLine> lines) {

  public Coverage {
    lines = List.copyOf(lines);
  }

  /** Merges what tests have covered, whoever ran them and in which order. */
  public static Coverage of(Collection<TestCoverage> tests) {
    Map<CoverageItem, Map<CoverageState, Set<String>>> seen = new TreeMap<>();
    for (TestCoverage test : tests) {
      for (CoverageResult.Entry entry : test.covered().items()) {
        Map<CoverageState, Set<String>> states =
            seen.computeIfAbsent(entry.item(), any -> new EnumMap<>(CoverageState.class));
        entry.states().forEach(s -> states.computeIfAbsent(s, any -> new TreeSet<>()));
        entry.seen().forEach(s -> states.get(s).add(test.test()));
      }
    }
    List<CoverageLine> lines = new ArrayList<>();
    seen.forEach(
        (item, states) -> {
          Map<CoverageState, List<String>> names = new EnumMap<>(CoverageState.class);
          states.forEach((state, by) -> names.put(state, List.copyOf(by)));
          lines.add(new CoverageLine(item, names, Map.of()));
        });
    return new Coverage((int) tests.stream().map(TestCoverage::test).distinct().count(), lines);
  }

  /** Of some kinds. */
  public List<CoverageLine> of(Set<CoverageKind> kinds) {
    return lines.stream().filter(line -> kinds.contains(line.item().kind())).toList();
  }

  /** How much of some kinds is covered. */
  public Share share(Set<CoverageKind> kinds) {
    return Share.of(of(kinds));
  }

  /** What is not covered, and not exempt either. */
  public List<CoverageLine> uncovered() {
    return lines.stream().filter(line -> !line.missing().isEmpty()).toList();
  }
}
