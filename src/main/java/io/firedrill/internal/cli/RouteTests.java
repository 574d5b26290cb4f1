package io.firedrill.internal.cli;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.RouteReach;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.suite.Outcome;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.TestTask;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which routes the tests of scenario files reach, whether they pass or not.
 *
 * @param tests the tests that were run
 * @param exitStatus the highest exit status of a test
 */
record RouteTests(List<Reached> tests, int exitStatus) {

  /** A test, and the routes that its alerts took. */
  record Reached(String name, Position position, RouteReach reach) {}

  static RouteTests run(RigFactory rigs, Route root, List<PreparedFile> files, PrintWriter err) {
    LogDirectory logs = LogDirectory.temporary();
    ScenarioRunner runner = new ScenarioRunner(rigs, RunSettings.withLogsIn(logs));
    List<Reached> reached = new ArrayList<>();
    int status = ExitStatus.PASSED;
    for (PreparedFile file : files) {
      for (var scenario : file.file().scenarios()) {
        Outcome outcome = new TestTask(runner, new Selection.Test(file, scenario)).run();
        Terminal.warnings(err, outcome.result().warnings());
        if (outcome.result().error().isPresent()) {
          status = Math.max(status, ExitStatus.of(outcome));
          err.println(
              "%s  %s: could not be run: %s"
                  .formatted(
                      scenario.position(),
                      scenario.name(),
                      outcome.result().error().get().summary()));
          continue;
        }
        RouteReach reach =
            RouteReach.of(root, scenario.externalLabels(), outcome.result().timeline());
        reached.add(new Reached(scenario.name(), scenario.position(), reach));
      }
    }
    logs.show(err, err);
    return new RouteTests(List.copyOf(reached), status);
  }

  /** The tests with an alert that ended at this route. */
  Stream<Reached> at(Route route) {
    return tests.stream().filter(t -> t.reach().alertsAt(route) > 0);
  }

  /** The number of tests with alerts that passed this route on the way to a route below. */
  long through(Route route) {
    return tests.stream().filter(t -> t.reach().alertsThrough(route) > 0).count();
  }
}
