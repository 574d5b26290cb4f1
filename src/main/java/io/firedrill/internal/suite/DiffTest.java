package io.firedrill.internal.suite;

import io.firedrill.internal.comparison.ComparedTest;
import io.firedrill.internal.comparison.ComparedTest.Extent;
import io.firedrill.internal.comparison.TestComparison;
import io.firedrill.internal.scenario.Scenario;
import java.util.Optional;

/**
 * A test to compare.
 *
 * @param file its file, as the user named it
 * @param base the test with the base's rules and routes; empty if it cannot be run there
 * @param head the test with the head's rules and routes
 * @param extent the sides on which it runs
 * @param note a note for the user, or the empty string
 */
public record DiffTest(
    String file, Optional<Selection.Test> base, Selection.Test head, Extent extent, String note) {

  /** Whether both sides are equal, so that nothing is run. */
  public boolean isUnchanged() {
    return extent == Extent.UNCHANGED;
  }

  /** The test in the head. */
  public Scenario scenario() {
    return head.scenario();
  }

  ComparedTest compared(TestComparison comparison) {
    return new ComparedTest(
        file, scenario().name(), scenario().position().line(), extent, note, comparison);
  }
}
