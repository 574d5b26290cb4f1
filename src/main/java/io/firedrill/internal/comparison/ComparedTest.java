package io.firedrill.internal.comparison;

import java.util.Locale;

/**
 * One test, and what came of comparing it.
 *
 * @param file its scenario file, as the user named it
 * @param name its name
 * @param line the line at which it stands
 * @param extent on which sides it was run
 * @param note what the user has to know besides, or the empty string
 * @param comparison what differs
 */
public record ComparedTest(
    String file, String name, int line, Extent extent, String note, TestComparison comparison) {

  /** On which sides a test was run. */
  public enum Extent {
    /** On both. */
    BOTH,
    /** On the head alone: the base lacks files that it needs. All that happens is new. */
    HEAD_ONLY,
    /** On neither: rules and routes are the same, byte for byte, and so is what happens. */
    UNCHANGED;

    /** The stable word for machines: {@code head_only}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@code test-scenarios/queue.yml:4}. */
  public String place() {
    return file + ":" + line;
  }
}
