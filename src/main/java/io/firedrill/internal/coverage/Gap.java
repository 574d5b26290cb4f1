package io.firedrill.internal.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Something that is not covered, with what cannot be covered before it is.
 *
 * @param top what has to be covered: the topmost route of a subtree
 * @param below the routes below it, and the receivers of them all, that miss nothing else
 */
public record Gap(CoverageLine top, List<CoverageLine> below) {

  /** Which of two gaps matters more, as docs/coverage.md describes. */
  static final Comparator<Gap> BY_WEIGHT =
      Comparator.comparingInt(Gap::rank)
          .thenComparing(Comparator.comparingInt(Gap::states).reversed())
          .thenComparing(gap -> gap.top().item());

  private static final Set<String> URGENT = Set.of("critical", "page", "emergency", "disaster");

  public Gap {
    below = List.copyOf(below);
  }

  /** {@code rules/am.yml:9 route ops {team="ops"}: never notified; so are 3 routes below it}. */
  public String text() {
    return top.place() + ": " + missingText();
  }

  /** What is missing, as text. */
  public String missingText() {
    return top.missingText() + (below.isEmpty() ? "" : " (and " + belowText() + ")");
  }

  private String belowText() {
    long routes = count(CoverageKind.ROUTE);
    long receivers = count(CoverageKind.RECEIVER);
    String first = routes == 0 ? "" : counted(routes, "route") + " below it";
    String second = receivers == 0 ? "" : counted(receivers, "receiver");
    return first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
  }

  private long count(CoverageKind kind) {
    return below.stream().filter(line -> line.item().kind() == kind).count();
  }

  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private int states() {
    return top.missing().size() + below.stream().mapToInt(line -> line.missing().size()).sum();
  }

  private int rank() {
    boolean neverFired = top.missing().contains(CoverageState.FIRED);
    return switch (top.item().kind()) {
      case ALERT -> neverFired && isUrgent() ? 0 : neverFired ? 3 : 6;
      case ROUTE -> top.missing().contains(CoverageState.MATCHED) ? 1 : 2;
      case RECEIVER -> 2;
      case INHIBITION -> 4;
      case INTERVAL -> 5;
      case RECORDING -> 7;
    };
  }

  private boolean isUrgent() {
    return URGENT.contains(top.item().labels().getOrDefault("severity", ""));
  }
}
