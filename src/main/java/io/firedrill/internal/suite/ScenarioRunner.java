package io.firedrill.internal.suite;

import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.ruletrace.RuleTraces;
import io.firedrill.internal.run.AlertTap;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.DrillException;
import io.firedrill.internal.run.FlushWarnings;
import io.firedrill.internal.run.Interruption;
import io.firedrill.internal.run.KeptLogs;
import io.firedrill.internal.run.RoutedRows;
import io.firedrill.internal.run.RuleTracing;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.scenario.RouteExpectation;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.settings.UnknownFeatures;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.RepeatedFailures;
import io.firedrill.internal.verdict.RunError;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.internal.verdict.ServerTrouble;
import io.firedrill.internal.verdict.UncertainFlush;
import io.firedrill.internal.verdict.Uncertainty;
import io.firedrill.internal.verdict.Verdict;
import io.firedrill.model.ServerFailure;
import io.firedrill.model.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Runs scenarios, each on its own rig. Thread-safe. */
public final class ScenarioRunner {

  /**
   * Prometheus removes the slash, which results in an empty URL. It would replace the empty string
   * by a default.
   */
  private static final String NO_EXTERNAL_URL = "/";

  private final RigFactory factory;
  private final RunSettings settings;

  /** Runs scenarios on rigs of this factory. */
  public ScenarioRunner(RigFactory factory, RunSettings settings) {
    this.factory = factory;
    this.settings = settings;
  }

  /**
   * Runs one scenario.
   *
   * @throws InputException if Prometheus or Alertmanager refuses the user's files
   * @throws io.firedrill.internal.rig.RigException if no servers can be started
   */
  public ScenarioResult run(PreparedFile file, Scenario scenario) {
    RunSpec spec = spec(file, scenario);
    FirstRun first;
    try (Run run = boot(spec, scenario)) {
      first = run(run, file, scenario);
    }
    SecondRun second = new SecondRun(factory, spec, file, scenario);
    ScenarioResult result = first.result();
    if (!isExplained()) {
      return withRoutes(file, result);
    }
    return withRoutes(
        file,
        first
            .explainable()
            .map(observed -> result.withFailures(second.explained(result.failures(), observed)))
            .orElse(result));
  }

  /** The result with what {@code route_test} finds, on an Alertmanager of its own. */
  private ScenarioResult withRoutes(PreparedFile file, ScenarioResult result) {
    List<RouteExpectation> rows = result.scenario().routeTests();
    if (rows.isEmpty() || result.error().isPresent() || file.tested().alertmanager().isEmpty()) {
      return result;
    }
    try {
      List<Failure> failures = new ArrayList<>(result.failures());
      failures.addAll(
          RouteRowCheck.failures(
              rows,
              RoutedRows.ask(
                  factory, file.file().flags(), file.tested().alertmanager().get(), rows)));
      return result.withFailures(failures);
    } catch (AlertmanagerException e) {
      throw Refusal.of(e, file);
    }
  }

  private RunSpec spec(PreparedFile file, Scenario scenario) {
    return RunSpec.of(options(file, scenario), file.tested())
        .withUnits(file.units())
        .withScraping(file.scraping(scenario))
        .withLoader(file.loader());
  }

  /**
   * Runs a scenario with further rules beside its own, and asks questions at its end.
   *
   * @param widened adds rules to each group
   * @param tap sees the alerts that Prometheus sends
   * @throws InputException if Prometheus or Alertmanager refuses the files or the further rules
   * @throws ServerFailure if a server dies or does not settle
   */
  public <T> T observe(
      Selection.Test test,
      UnaryOperator<RuleGroup> widened,
      AlertTap tap,
      Function<OpenTest, T> questions) {
    RunSpec spec = spec(test.file(), test.scenario());
    List<EvaluationUnit> units =
        test.file().units().stream()
            .map(u -> u.with(u.groups().stream().map(widened).toList()))
            .toList();
    try (Run run = boot(spec.withUnits(units).withTap(tap), test.scenario())) {
      ScenarioRun scenarioRun = ScenarioRun.of(run, test.file(), test.scenario(), CoverageMode.OFF);
      load(run, test.file(), test.scenario());
      Observed observed = scenarioRun.toTheEnd();
      requireReadable(run.servers().captureProblems());
      return questions.apply(new OpenTest(run, test.file(), test.scenario(), observed));
    }
  }

  /**
   * Sends recorded alerts to an Alertmanager, without Prometheus, and asks questions at the end.
   *
   * @param sent the alerts, in the order in which they were sent
   * @throws InputException if Alertmanager refuses the routes
   * @throws ServerFailure if a server dies or does not settle
   */
  public <T> T replay(Selection.Test test, List<AlertBatch> sent, Function<OpenTest, T> questions) {
    try (Run run = Run.bootWithoutPrometheus(factory, spec(test.file(), test.scenario()))) {
      load(run, test.file(), test.scenario());
      sent.forEach(batch -> run.plan(batch.time(), () -> run.send(batch.alerts())));
      Observed observed = ScenarioRun.ofSentAlerts(run, test.file(), test.scenario());
      requireReadable(run.servers().captureProblems());
      return questions.apply(new OpenTest(run, test.file(), test.scenario(), observed));
    }
  }

  private boolean isExplained() {
    return settings.detail() != RunSettings.Detail.FAILURES;
  }

  /**
   * The first run of a scenario, and what a second run can explain.
   *
   * @param explainable empty if the run was aborted, or had several possible outcomes
   */
  private record FirstRun(ScenarioResult result, Optional<Observed> explainable) {}

  /**
   * The directory with the servers' logs and the timeline of a failed scenario.
   *
   * @param logs the directory of all logs
   */
  public static Path logs(Scenario scenario, Path logs) {
    return KeptLogs.directory(scenario, logs);
  }

  private Optional<Path> keep(Run run, Scenario scenario, Optional<Timeline> timeline) {
    return !isExplained()
        ? Optional.empty()
        : KeptLogs.keep(run, timeline, settings.logs(), logs -> logs(scenario, logs));
  }

  private RunOptions options(PreparedFile file, Scenario scenario) {
    return new RunOptions(
        scenario.start(),
        file.file().evaluationInterval(),
        scenario.externalLabels(),
        externalUrl(file, scenario),
        file.file().replicas(),
        file.file().flags(),
        settings.progressLimit());
  }

  /** In plain promtool files without a URL, templates see an empty external URL. */
  private static String externalUrl(PreparedFile file, Scenario scenario) {
    return scenario.externalUrl().isEmpty() && !file.file().usesFiredrillKeys()
        ? NO_EXTERNAL_URL
        : scenario.externalUrl();
  }

  private Run boot(RunSpec spec, Scenario scenario) {
    try {
      return Run.boot(factory, spec, settings.coverage().alertmanagerLog());
    } catch (RigException e) {
      throw Refusal.ofStart(e, scenario);
    }
  }

  private FirstRun run(Run run, PreparedFile file, Scenario scenario) {
    ScenarioRun scenarioRun = ScenarioRun.of(run, file, scenario, settings.coverage());
    try {
      load(run, file, scenario);
      Observed observed = scenarioRun.toTheEnd();
      requireReadable(run.servers().captureProblems());
      List<UncertainFlush> uncertain = run.servers().uncertain(observed.timeline(), run.now());
      List<Failure> failures =
          traced(
              run,
              observed,
              RepeatedFailures.together(
                  Uncertainty.failures(
                      file.file(),
                      scenario,
                      observed,
                      Verdict.failures(file.file(), scenario, observed),
                      uncertain)));
      failures = new ArrayList<>(failures);
      List<Problem> warnings = new ArrayList<>(FlushWarnings.of(scenario, uncertain));
      warnings.addAll(unknownFeatures(run, file));
      warnings.addAll(DroppedWarnings.of(scenario, run));
      warnings.addAll(
          NormalisedLabels.warnings(
              file.tested().groups(), run.servers().rig().version(Server.PROMETHEUS)));
      InputUse.Result use = InputUse.check(file, scenario, run, observed);
      failures.addAll(use.failures());
      warnings.addAll(use.warnings());
      if (!file.file().strict() && scenario.snapshot().isEmpty()) {
        warnings.addAll(ServerTrouble.warnings(scenario, observed.timeline()));
      }
      if (!failures.isEmpty()) {
        keep(run, scenario, Optional.of(observed.timeline()));
      }
      ScenarioResult result =
          new ScenarioResult(file.file(), scenario, observed.timeline(), failures, Optional.empty())
              .withRules(new WatchedRules(run, file, scenario, observed).find(settings.detail()))
              .covering(scenarioRun.coverage(observed.timeline()))
              .withWarnings(warnings);
      // A second run may have the other outcome, which would explain nothing.
      return new FirstRun(result, Optional.of(observed).filter(any -> uncertain.isEmpty()));
    } catch (ServerFailure e) {
      Interruption why = Interruption.of(e, run.servers().rig());
      String logs = keep(run, scenario, Optional.empty()).map(Path::toString).orElse("");
      RunError error = new RunError(scenario.position(), why.summary(), why.log(), logs);
      Timeline empty = new RunTimeline(scenario.start(), scenario.start(), List.of());
      return new FirstRun(
          new ScenarioResult(file.file(), scenario, empty, List.of(), Optional.of(error)),
          Optional.empty());
    }
  }

  /** The failures, with what the rules returned that they are about. */
  private List<Failure> traced(Run run, Observed observed, List<Failure> failures) {
    if (!isExplained()) {
      return failures;
    }
    RuleTraces traces = RuleTracing.of(run, observed);
    return failures.stream().map(f -> f.ruleExplained(traces::answer)).toList();
  }

  private static void load(Run run, PreparedFile file, Scenario scenario) {
    try {
      run.load();
    } catch (PrometheusException e) {
      throw Refusal.of(e, scenario);
    } catch (AlertmanagerException e) {
      throw Refusal.of(e, file);
    } catch (InputException e) {
      // An expression may need a feature whose name is misspelt.
      throw new InputException(
          Stream.concat(unknownFeatures(run, file).stream(), e.problems().stream()).toList());
    }
  }

  private static List<Problem> unknownFeatures(Run run, PreparedFile file) {
    return UnknownFeatures.warnings(
        run.servers().rig().log(Server.PROMETHEUS),
        run.servers().rig().version(Server.PROMETHEUS),
        file.file().flags());
  }

  /** Requests that cannot be decoded cannot be expected; without this, a test could ignore them. */
  private static void requireReadable(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new DrillException("a request to a receiver could not be read: " + problems.get(0), "");
    }
  }
}
