package io.firedrill.internal.mutation;

import io.firedrill.internal.suite.Selection;
import java.util.List;
import java.util.Optional;

/**
 * What the tests say about a mutant.
 *
 * @param mutant the mutant
 * @param notice whether a test notices it; refused mutants do not count
 * @param noticedBy the first test that notices it
 * @param unnoticed the tests that it could have failed, with how their alerts or routes differ;
 *     only for survivors
 */
public record MutantVerdict(
    Mutant mutant, Notice notice, Optional<Selection.Test> noticedBy, List<Unnoticed> unnoticed) {

  /** What a test says about a mutant. */
  public enum Notice {
    /** The test fails. */
    NOTICED,
    /** The test passes. */
    UNNOTICED,
    /** The servers do not accept the file. */
    REFUSED
  }

  /**
   * A test that does not notice a mutant.
   *
   * @param difference how its alerts differ; empty if they do not
   */
  public record Unnoticed(Selection.Test test, Optional<String> difference) {}

  public MutantVerdict {
    unnoticed = List.copyOf(unnoticed);
  }
}
