package io.firedrill.verdict;

import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioFile;
import java.util.List;

/** Holds what a run observed against what its scenario expects. */
public final class Verdict {

  private Verdict() {}

  /**
   * Every expectation of the scenario that was not met, in the order of the file; what strictness
   * adds comes last.
   *
   * @param file says whether the scenario is strict, and how numbers are compared
   * @throws IllegalArgumentException if the observation lacks the answer to a query, or the alerts
   *     at a time that an {@code alert_rule_test} looks at
   */
  public static List<Failure> failures(ScenarioFile file, Scenario scenario, Observed observed) {
    throw new UnsupportedOperationException("not written yet");
  }
}
