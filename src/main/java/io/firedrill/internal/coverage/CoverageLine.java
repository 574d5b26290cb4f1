package io.firedrill.internal.coverage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that can be covered, and the tests that cover it.
 *
 * @param item what it is
 * @param tests the tests in which each of its states was seen, in order; empty for a state that was
 *     never seen
 * @param exempt the reasons why states without coverage are exempt
 */
public record CoverageLine(
    CoverageItem item, Map<CoverageState, List<String>> tests, Map<CoverageState, String> exempt) {

  public CoverageLine {
    tests = sorted(tests);
    exempt = sorted(exempt);
  }

  private static <T> Map<CoverageState, T> sorted(Map<CoverageState, T> map) {
    EnumMap<CoverageState, T> sorted = new EnumMap<>(CoverageState.class);
    sorted.putAll(map);
    return Collections.unmodifiableMap(sorted);
  }

  /** The states that are neither covered nor exempt, in order. */
  public List<CoverageState> missing() {
    return uncovered().stream().filter(state -> !exempt.containsKey(state)).toList();
  }

  /** The states that are not covered, exempt or not. */
  List<CoverageState> uncovered() {
    return tests.keySet().stream().filter(state -> tests.get(state).isEmpty()).toList();
  }

  /** The missing states as text: {@code never pending, never fired}. */
  public String missingText() {
    return missing().stream().map(CoverageState::missing).collect(Collectors.joining(", "));
  }

  /** {@code rules/queue.yml:3 alerting rule QueueFull}. */
  public String place() {
    return "%s:%d  %s %s".formatted(item.file(), item.line(), item.kind().text(), item.name());
  }
}
