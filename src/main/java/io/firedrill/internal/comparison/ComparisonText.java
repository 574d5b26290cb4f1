package io.firedrill.internal.comparison;

import io.firedrill.internal.verdict.VirtualTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Differences as plain text: {@code +} before what only the head has, {@code -} before what only
 * the base has, {@code ~} before what differs, with its parts below it.
 */
public final class ComparisonText {

  private ComparisonText() {}

  /** The differences of one test, a line each and more for their parts; none where all is same. */
  public static List<String> lines(TestComparison comparison) {
    VirtualTime time = new VirtualTime(comparison.start());
    List<String> lines = new ArrayList<>();
    for (EventDifference difference : comparison.all()) {
      lines.add(difference.change().sign() + " " + headline(difference, time));
      PartText.lines(difference.parts()).forEach(line -> lines.add("    " + line));
    }
    return List.copyOf(lines);
  }

  /** When and what, in one line. */
  static String headline(EventDifference difference, VirtualTime time) {
    return difference instanceof RuleDifference
        ? difference.title()
        : time.text(difference.offset()) + "  " + difference.title();
  }
}
