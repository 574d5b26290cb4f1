package io.firedrill.internal.scenario;

import java.util.List;

/**
 * What a test does to the servers.
 *
 * @param series what Prometheus is fed
 * @param targets what Prometheus scrapes
 * @param actions what is done in mid-run, in order of time
 */
public record ScenarioInput(
    List<InputSeries> series, List<Target> targets, List<PlannedAction> actions) {

  public ScenarioInput {
    series = List.copyOf(series);
    targets = List.copyOf(targets);
    actions = List.copyOf(actions);
  }
}
