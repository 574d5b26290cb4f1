package io.firedrill.internal.coverage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Coverage as text. */
public final class CoverageText {

  private static final String ROW = "  %-16s  %5s  %6s  %8s";

  private CoverageText() {}

  /** A table of the covered shares, and a list of what is not covered. */
  public static List<String> lines(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    lines.add("coverage of " + coverage.tests() + (coverage.tests() == 1 ? " test" : " tests"));
    lines.add(ROW.formatted("", "items", "states", "covered"));
    for (CoverageKind kind : CoverageKind.values()) {
      lines.add(row(kind.text() + "s", coverage, EnumSet.of(kind)));
    }
    lines.add(row("all", coverage, EnumSet.allOf(CoverageKind.class)));
    lines.addAll(Gaps.of(coverage.lines()).lines());
    List<String> exempt = coverage.lines().stream().flatMap(l -> exempt(l).stream()).toList();
    if (!exempt.isEmpty()) {
      lines.add("exempt:");
      exempt.forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private static String row(String name, Coverage coverage, Set<CoverageKind> kinds) {
    Share share = coverage.share(kinds);
    return ROW.formatted(name, coverage.of(kinds).size(), share.of(), share);
  }

  private static List<String> exempt(CoverageLine line) {
    Map<String, List<CoverageState>> byReason =
        line.uncovered().stream()
            .filter(line.exempt()::containsKey)
            .collect(Collectors.groupingBy(line.exempt()::get));
    return byReason.entrySet().stream()
        .map(
            e ->
                "%s: %s (%s)"
                    .formatted(
                        line.place(),
                        e.getValue().stream()
                            .map(CoverageState::missing)
                            .collect(Collectors.joining(", ")),
                        e.getKey()))
        .sorted()
        .toList();
  }

  /** One line of Markdown: {@code **Coverage** 98.7 % (rules 100.0 %, ...), 1 not covered}. */
  public static String markdown(Coverage coverage) {
    String kinds =
        EnumSet.allOf(CoverageKind.class).stream()
            .filter(kind -> !coverage.of(EnumSet.of(kind)).isEmpty())
            .map(kind -> kind.text() + "s " + coverage.share(EnumSet.of(kind)))
            .collect(Collectors.joining(", "));
    return "**Coverage** %s (%s), not covered: %d"
        .formatted(
            coverage.share(EnumSet.allOf(CoverageKind.class)), kinds, coverage.uncovered().size());
  }
}
