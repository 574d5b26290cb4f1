package io.firedrill.internal.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is not covered, each gap once: a subtree of routes that no alert reaches is one gap, and so
 * are the receivers that only it notifies.
 */
public final class Gaps {

  /** More gaps than these are not listed one by one. */
  static final int MOST = 10;

  /** The names that a summary of a file shows. */
  private static final int NAMED = 3;

  private final List<Gap> all;

  private Gaps(List<Gap> all) {
    this.all = List.copyOf(all);
  }

  /** The gaps of some lines, in their order. */
  public static Gaps of(List<CoverageLine> lines) {
    List<CoverageLine> missing = lines.stream().filter(line -> !line.missing().isEmpty()).toList();
    Map<CoverageLine, List<CoverageLine>> below = new LinkedHashMap<>();
    Set<CoverageLine> told = new HashSet<>();
    for (CoverageLine line : missing) {
      Optional<CoverageLine> top = top(line, lines, missing);
      if (top.isPresent() && !top.get().equals(line)) {
        told.add(line);
        below.computeIfAbsent(top.get(), any -> new ArrayList<>()).add(line);
      }
    }
    return new Gaps(
        missing.stream()
            .filter(line -> !told.contains(line))
            .map(line -> new Gap(line, below.getOrDefault(line, List.of())))
            .toList());
  }

  /** The gaps in which something of some kinds is missing. */
  Gaps of(Set<CoverageKind> kinds) {
    return new Gaps(
        all.stream()
            .filter(
                gap ->
                    Stream.concat(Stream.of(gap.top()), gap.below().stream())
                        .anyMatch(line -> kinds.contains(line.item().kind())))
            .toList());
  }

  /** These without some. */
  Gaps without(Set<Gap> others) {
    return new Gaps(all.stream().filter(gap -> !others.contains(gap)).toList());
  }

  /** All gaps, in the order of kinds, files and lines. */
  public List<Gap> all() {
    return all;
  }

  /** The gaps that matter most, at most ten, in the order of their weight. */
  public List<Gap> first() {
    return all.size() <= MOST ? all : all.stream().sorted(Gap.BY_WEIGHT).limit(MOST).toList();
  }

  /** As text: the first gaps, and a line for the others of each file and kind. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (all.isEmpty()) {
      return lines;
    }
    boolean many = all.size() > MOST;
    lines.add(
        many ? "not covered: " + all.size() + " gaps; those that matter most:" : "not covered:");
    first().forEach(gap -> lines.add("  " + gap.text()));
    if (many) {
      lines.add("the others, by file:");
      others().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private List<String> others() {
    Set<Gap> told = new HashSet<>(first());
    Map<String, Map<CoverageKind, List<Gap>>> files =
        all.stream()
            .filter(gap -> !told.contains(gap))
            .collect(
                Collectors.groupingBy(
                    gap -> gap.top().item().file(),
                    TreeMap::new,
                    Collectors.groupingBy(
                        gap -> gap.top().item().kind(), TreeMap::new, Collectors.toList())));
    List<String> lines = new ArrayList<>();
    files.forEach(
        (file, kinds) -> kinds.forEach((kind, gaps) -> lines.add(file + "  " + text(kind, gaps))));
    return lines;
  }

  private static String text(CoverageKind kind, List<Gap> gaps) {
    String names =
        gaps.stream()
            .limit(NAMED)
            .map(gap -> gap.top().item().name() + " (line " + gap.top().item().line() + ")")
            .collect(Collectors.joining(", "));
    int more = gaps.size() - NAMED;
    return Gap.counted(gaps.size(), kind.text())
        + ": "
        + names
        + (more > 0 ? " and " + more + " more" : "");
  }

  /** The topmost route whose gap explains a line's, or the line itself. */
  private static Optional<CoverageLine> top(
      CoverageLine line, List<CoverageLine> lines, List<CoverageLine> missing) {
    return switch (line.item().kind()) {
      case ROUTE ->
          missing.stream()
              .filter(route -> isAbove(route.item(), line.item()))
              .filter(route -> route.missing().containsAll(line.missing()))
              .findFirst();
      case RECEIVER -> topOfReceiver(line, lines, missing);
      default -> Optional.empty();
    };
  }

  /** A receiver is a gap of its own unless each of its routes is one, too. */
  private static Optional<CoverageLine> topOfReceiver(
      CoverageLine receiver, List<CoverageLine> lines, List<CoverageLine> missing) {
    List<CoverageLine> routes =
        lines.stream().filter(line -> isRouteTo(line.item(), receiver.item())).toList();
    boolean all =
        !routes.isEmpty()
            && routes.stream().allMatch(r -> r.missing().contains(CoverageState.NOTIFIED));
    return all
        ? Optional.of(routes.get(0)).map(r -> top(r, lines, missing).orElse(r))
        : Optional.empty();
  }

  private static boolean isRouteTo(CoverageItem route, CoverageItem receiver) {
    return route.kind() == CoverageKind.ROUTE
        && route.file().equals(receiver.file())
        && (route.name().equals(receiver.name())
            || route.name().startsWith(receiver.name() + " {"));
  }

  /** A route's name ends with its own matchers, which follow those of the routes above it. */
  private static boolean isAbove(CoverageItem above, CoverageItem route) {
    return above.kind() == CoverageKind.ROUTE
        && above.file().equals(route.file())
        && above.line() < route.line()
        && way(route).startsWith(way(above).isEmpty() ? "" : way(above) + " ");
  }

  private static String way(CoverageItem route) {
    int begin = route.name().indexOf(" {");
    return begin < 0 ? "" : route.name().substring(begin + 1);
  }
}
