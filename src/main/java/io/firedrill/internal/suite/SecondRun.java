package io.firedrill.internal.suite;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.explain.Evidence;
import io.firedrill.internal.explain.Explanations;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec.LogLevel;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.ServerFailure;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Runs a failed scenario again to query Alertmanager at the times of missing notifications. Because
 * runs are reproducible, passing tests need no queries.
 */
final class SecondRun {

  private final RigFactory factory;
  private final RunSpec spec;
  private final PreparedFile file;
  private final Scenario scenario;

  SecondRun(RigFactory factory, RunSpec spec, PreparedFile file, Scenario scenario) {
    this.factory = factory;
    this.spec = spec;
    this.file = file;
    this.scenario = scenario;
  }

  /** The failures, explained where they ask for it. */
  List<Failure> explained(List<Failure> failures, Observed observed) {
    TreeSet<Instant> instants = new TreeSet<>();
    for (Failure failure : failures) {
      failure.questions().forEach(q -> instants.addAll(q.instants(observed)));
      failure.unexpected().forEach(n -> instants.add(n.time()));
    }
    return instants.isEmpty() || observed.receivers().isEmpty()
        ? failures
        : explained(failures, observed, instants);
  }

  private List<Failure> explained(
      List<Failure> failures, Observed observed, TreeSet<Instant> instants) {
    try (Run run = Run.boot(factory, spec, LogLevel.EVENTS)) {
      ScenarioRun second = ScenarioRun.of(run, file, scenario, CoverageMode.OFF);
      run.load();
      NavigableMap<Instant, Optional<AlertmanagerView>> views = second.alertmanagerAt(instants);
      Explanations explanations =
          new Explanations(
              new Evidence(
                  observed,
                  scenario.externalLabels(),
                  run.routes().routings(),
                  views,
                  run.servers().record()));
      return failures.stream()
          .map(f -> f.explained(explanations::why).explainedWhyCame(explanations::whyCame))
          .toList();
    } catch (ServerFailure | RigException | InputException e) {
      // The verdict is valid without an explanation.
      String problem = e.getMessage().lines().findFirst().orElse("");
      return failures.stream()
          .map(f -> f.explained(question -> List.of("not known: " + problem)))
          .toList();
    }
  }
}
