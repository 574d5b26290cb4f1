package io.firedrill.internal.comparison;

import java.util.Locale;

/**
 * A test, and the result of its comparison.
 *
 * @param file its scenario file, as the user named it
 * @param name its name
 * @param line its line in the file
 * @param extent the sides on which it was run
 * @param note a note for the user, or the empty string
 * @param comparison the differences
 */
public record ComparedTest(
    String file, String name, int line, Extent extent, String note, TestComparison comparison) {

  /** The sides on which a test was run. */
  public enum Extent {
    /** Both sides. */
    BOTH,
    /** The head alone, because the base lacks files that the test needs. All events are new. */
    HEAD_ONLY,
    /** Neither: rules and routes are equal byte for byte, and so are the results. */
    UNCHANGED;

    /** Its name in JSON: {@code head_only}. */
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
