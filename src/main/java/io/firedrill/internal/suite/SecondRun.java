package io.firedrill.internal.suite;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.explain.Evidence;
import io.firedrill.internal.explain.Explanations;
import io.firedrill.internal.explain.Question;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec.LogLevel;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Explainer;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.Verdict;
import io.firedrill.model.ServerFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Runs a failed scenario again to query Alertmanager at the times of missing notifications. Because
 * runs are reproducible, passing tests need no queries.
 */
final class SecondRun implements Explainer {

  private final Observed observed;
  private final List<Question> questions = new ArrayList<>();

  SecondRun(Observed observed) {
    this.observed = observed;
  }

  /** Notes the question; there is no answer yet. */
  @Override
  public List<String> why(Claim claim, ExpectedNotification expected) {
    questions.add(new Question(claim, expected));
    return List.of();
  }

  /** Whether anything is to be explained. */
  boolean isWanted() {
    return !questions.isEmpty() && !observed.receivers().isEmpty();
  }

  /** The failures of the scenario, explained. */
  List<Failure> explained(RigFactory factory, RunSpec spec, PreparedFile file, Scenario scenario) {
    Explainer explainer = explainer(factory, spec, file, scenario);
    return Verdict.failures(file.file(), scenario, observed.explainedBy(explainer));
  }

  private Explainer explainer(
      RigFactory factory, RunSpec spec, PreparedFile file, Scenario scenario) {
    TreeSet<Instant> instants = new TreeSet<>();
    questions.forEach(q -> instants.addAll(q.instants(observed)));
    try (Run run = Run.boot(factory, spec, LogLevel.DEBUG)) {
      ScenarioRun second = new ScenarioRun(run, file, scenario, CoverageMode.OFF);
      run.load();
      NavigableMap<Instant, Optional<AlertmanagerView>> views = second.alertmanagerAt(instants);
      return new Explanations(
          new Evidence(
              observed,
              scenario.externalLabels(),
              run.routes().routings(),
              views,
              run.servers().mutes()));
    } catch (ServerFailure | RigException | InputException e) {
      // The verdict stands without an explanation.
      String problem = e.getMessage().lines().findFirst().orElse("");
      return (claim, expected) -> List.of("not known: " + problem);
    }
  }
}
