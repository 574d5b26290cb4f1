package io.firedrill.internal.comparison;

import io.firedrill.internal.verdict.VirtualTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Differences as plain text: {@code +} before events that only the head has, {@code -} before those
 * that only the base has, {@code ~} before those that differ, with their parts below.
 */
public final class ComparisonText {

  private ComparisonText() {}

  /** The differences of one test: a line for each, followed by lines for its parts. */
  public static List<String> lines(TestComparison comparison) {
    VirtualTime time = new VirtualTime(comparison.start());
    List<String> lines = new ArrayList<>();
    for (EventDifference difference : comparison.all()) {
      lines.add(difference.change().sign() + " " + headline(difference, time));
      PartText.lines(difference.parts()).forEach(line -> lines.add("    " + line));
    }
    return List.copyOf(lines);
  }

  /** The time and the event, in one line. */
  static String headline(EventDifference difference, VirtualTime time) {
    return difference instanceof RuleDifference
        ? difference.title()
        : time.text(difference.offset()) + "  " + difference.title();
  }
}
