package io.firedrill.verdict;

import io.firedrill.model.Timeline;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioFile;
import java.util.List;
import java.util.Optional;

/**
 * How one scenario went.
 *
 * @param file the file in which the scenario stands
 * @param scenario the scenario
 * @param timeline what happened, up to the error if there is one
 * @param failures the expectations that were not met, in the order of the file
 * @param error why the run was not brought to its end
 */
public record ScenarioResult(
    ScenarioFile file,
    Scenario scenario,
    Timeline timeline,
    List<Failure> failures,
    Optional<RunError> error) {

  public ScenarioResult {
    failures = List.copyOf(failures);
  }

  /** Whether the run came to its end and met every expectation. */
  public boolean passed() {
    return failures.isEmpty() && error.isEmpty();
  }

  /** The same with other failures. */
  public ScenarioResult withFailures(List<Failure> others) {
    return new ScenarioResult(file, scenario, timeline, others, error);
  }
}
