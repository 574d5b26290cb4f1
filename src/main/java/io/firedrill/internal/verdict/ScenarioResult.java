package io.firedrill.internal.verdict;

import io.firedrill.internal.coverage.CoverageResult;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.Problem;
import io.firedrill.model.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * The result of one scenario.
 *
 * @param file the scenario's file
 * @param scenario the scenario
 * @param timeline the events, up to the error if there is one
 * @param failures the failed expectations, in the order of the file
 * @param error why the run was aborted
 * @param rules the alerting rules that the scenario is about, in the order of their files
 * @param coverage the coverage of the run; empty if not requested, or if the run was aborted
 * @param warnings the warnings of the run
 */
public record ScenarioResult(
    ScenarioFile file,
    Scenario scenario,
    Timeline timeline,
    List<Failure> failures,
    Optional<RunError> error,
    List<WatchedRule> rules,
    Optional<CoverageResult> coverage,
    List<Problem> warnings) {

  public ScenarioResult {
    warnings = List.copyOf(warnings);
    failures = List.copyOf(failures);
    rules = List.copyOf(rules);
  }

  /** A result without rules and coverage. */
  public ScenarioResult(
      ScenarioFile file,
      Scenario scenario,
      Timeline timeline,
      List<Failure> failures,
      Optional<RunError> error) {
    this(file, scenario, timeline, failures, error, List.of(), Optional.empty(), List.of());
  }

  /** Whether the run was completed and met every expectation. */
  public boolean passed() {
    return failures.isEmpty() && error.isEmpty();
  }

  /** The same with other failures. */
  public ScenarioResult withFailures(List<Failure> others) {
    return new ScenarioResult(file, scenario, timeline, others, error, rules, coverage, warnings);
  }

  /** The same with the rules that it is about. */
  public ScenarioResult withRules(List<WatchedRule> others) {
    return new ScenarioResult(
        file, scenario, timeline, failures, error, others, coverage, warnings);
  }

  /** The same with what the run covered. */
  public ScenarioResult covering(Optional<CoverageResult> covered) {
    return new ScenarioResult(file, scenario, timeline, failures, error, rules, covered, warnings);
  }

  /** The same with these warnings. */
  public ScenarioResult withWarnings(List<Problem> others) {
    return new ScenarioResult(file, scenario, timeline, failures, error, rules, coverage, others);
  }
}
