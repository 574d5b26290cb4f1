package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.MutantVerdict.Notice;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.Outcome;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.TestTask;
import java.util.Optional;

/** Judges a mutant by running a test with the changed file, as {@code firedrill test} would. */
final class AloneJudge {

  private final ScenarioRunner runner;
  private final RunCounter count;

  /** Runs tests with a runner that only asks for failures. */
  AloneJudge(ScenarioRunner runner, RunCounter count) {
    this.runner = runner;
    this.count = count;
  }

  /**
   * Runs a test.
   *
   * @throws RigException if no servers can be started
   */
  Notice judge(Mutant mutant, Selection.Test test) {
    PreparedFile changed;
    try {
      changed = test.file().reading(mutant.texts());
    } catch (InputException e) {
      return Notice.REFUSED;
    }
    Optional<Scenario> same = counterpart(changed, test.scenario());
    if (same.isEmpty()) {
      return Notice.NOTICED; // The test cannot be used any more, which is an error.
    }
    count.alone.incrementAndGet();
    Outcome outcome =
        requireServers(new TestTask(runner, new Selection.Test(changed, same.get())).run());
    if (outcome.ending() == Outcome.Ending.REFUSED) {
      return Notice.REFUSED;
    }
    return outcome.result().passed() ? Notice.UNNOTICED : Notice.NOTICED;
  }

  /** An outcome that says something about the test. */
  static Outcome requireServers(Outcome outcome) {
    if (outcome.ending() == Outcome.Ending.NO_SERVERS || outcome.ending() == Outcome.Ending.BUG) {
      Throwable cause = outcome.cause().orElseThrow();
      throw cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
    return outcome;
  }

  /** The same test in another version of the files. */
  static Optional<Scenario> counterpart(PreparedFile file, Scenario scenario) {
    return file.file().scenarios().stream()
        .filter(other -> other.position().equals(scenario.position()))
        .findFirst();
  }
}
