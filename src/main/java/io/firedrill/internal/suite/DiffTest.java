package io.firedrill.internal.suite;

import io.firedrill.internal.comparison.ComparedTest;
import io.firedrill.internal.comparison.ComparedTest.Extent;
import io.firedrill.internal.comparison.TestComparison;
import io.firedrill.internal.scenario.Scenario;
import java.util.Optional;

/**
 * A test that is to be compared.
 *
 * @param file its file, as the user knows it
 * @param base the test under the base's rules and routes; empty where it cannot be run there
 * @param head the test under the head's
 * @param extent on which sides it is to be run
 * @param note what the user has to know, or the empty string
 */
public record DiffTest(
    String file, Optional<Selection.Test> base, Selection.Test head, Extent extent, String note) {

  /** Whether both sides say the same, so that nothing is run. */
  public boolean isUnchanged() {
    return extent == Extent.UNCHANGED;
  }

  /** The test under the head. */
  public Scenario scenario() {
    return head.scenario();
  }

  ComparedTest compared(TestComparison comparison) {
    return new ComparedTest(
        file, scenario().name(), scenario().position().line(), extent, note, comparison);
  }
}
