package io.firedrill.internal.report;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.CoverageKind;
import io.firedrill.internal.coverage.CoverageLine;
import io.firedrill.internal.coverage.CoverageState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page's section about coverage.
 *
 * @param summary a summary in one line
 * @param kinds the covered share of each kind
 * @param items every rule, route, receiver and so on, in order
 */
record CoverageSection(String summary, List<Kind> kinds, List<Item> items) {

  /** The covered share of a kind: {@code 98.7 %}. */
  record Kind(String name, int items, String share) {}

  /**
   * One thing that can be covered.
   *
   * @param state {@code covered}, {@code partial}, {@code uncovered} or {@code exempt}
   * @param reason the missing states, and the reason of an exemption
   */
  record Item(String kind, String name, String file, int line, String state, String reason) {}

  static CoverageSection of(Coverage coverage) {
    return new CoverageSection(
        "%s covered by %d %s; not covered: %d"
            .formatted(
                coverage.share(EnumSet.allOf(CoverageKind.class)),
                coverage.tests(),
                coverage.tests() == 1 ? "test" : "tests",
                coverage.uncovered().size()),
        Arrays.stream(CoverageKind.values())
            .filter(kind -> !coverage.of(EnumSet.of(kind)).isEmpty())
            .map(kind -> kind(kind, coverage))
            .toList(),
        coverage.lines().stream().map(CoverageSection::item).toList());
  }

  private static Kind kind(CoverageKind kind, Coverage coverage) {
    EnumSet<CoverageKind> one = EnumSet.of(kind);
    return new Kind(kind.text() + "s", coverage.of(one).size(), coverage.share(one).toString());
  }

  private static Item item(CoverageLine line) {
    return new Item(
        line.item().kind().text(),
        line.item().name(),
        line.item().file(),
        line.item().line(),
        state(line),
        reason(line));
  }

  private static String state(CoverageLine line) {
    if (!line.missing().isEmpty()) {
      boolean some = line.tests().values().stream().anyMatch(tests -> !tests.isEmpty());
      return some ? "partial" : "uncovered";
    }
    return line.exempt().isEmpty() ? "covered" : "exempt";
  }

  private static String reason(CoverageLine line) {
    Stream<String> missing = line.missing().stream().map(CoverageState::missing);
    Stream<String> exempt = line.exempt().entrySet().stream().map(CoverageSection::exemption);
    return Stream.concat(missing, exempt).collect(Collectors.joining(", "));
  }

  private static String exemption(Map.Entry<CoverageState, String> exempt) {
    return exempt.getKey().missing() + " (exempt: " + exempt.getValue() + ")";
  }
}
