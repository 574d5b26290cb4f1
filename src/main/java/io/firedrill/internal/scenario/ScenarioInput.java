package io.firedrill.internal.scenario;

import java.util.List;

/**
 * The series, targets and actions of a test.
 *
 * @param series the series that Prometheus is fed
 * @param targets the targets that Prometheus scrapes
 * @param actions the actions during the run, in chronological order
 * @param meant what is not used on purpose
 */
public record ScenarioInput(
    List<InputSeries> series, List<Target> targets, List<PlannedAction> actions, Meant meant) {

  public ScenarioInput {
    series = List.copyOf(series);
    targets = List.copyOf(targets);
    actions = List.copyOf(actions);
  }
}
