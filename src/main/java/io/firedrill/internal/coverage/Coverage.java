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
 * What several tests cover together.
 *
 * @param tests the number of tests
 * @param lines everything that any of them loads, once each, ordered by kind, file and line
 */
public record Coverage(int tests, List<CoverageLine> lines) {

  public Coverage {
    lines = List.copyOf(lines);
  }

  /** Merges the coverage of tests; their order does not matter. */
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

  /** The lines of these kinds. */
  public List<CoverageLine> of(Set<CoverageKind> kinds) {
    return lines.stream().filter(line -> kinds.contains(line.item().kind())).toList();
  }

  /** The covered share of these kinds. */
  public Share share(Set<CoverageKind> kinds) {
    return Share.of(of(kinds));
  }

  /** The lines with states that are neither covered nor exempt. */
  public List<CoverageLine> uncovered() {
    return lines.stream().filter(line -> !line.missing().isEmpty()).toList();
  }
}
