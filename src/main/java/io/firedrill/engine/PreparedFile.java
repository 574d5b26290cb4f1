package io.firedrill.engine;

import io.firedrill.alertmanager.AlertmanagerConfig;
import io.firedrill.prometheus.EvaluationPlan;
import io.firedrill.prometheus.EvaluationUnit;
import io.firedrill.prometheus.RuleGroup;
import io.firedrill.prometheus.ScrapeConfig;
import io.firedrill.scenario.Action;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioFile;
import io.firedrill.source.InputException;
import io.firedrill.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A scenario file with the files that it names, all read. */
public final class PreparedFile {

  private final ScenarioFile file;
  private final TestedFiles tested;
  private final List<EvaluationUnit> units;
  private final Optional<ScrapeConfig> scraping;
  private final List<Problem> warnings;

  private PreparedFile(
      ScenarioFile file,
      TestedFiles tested,
      List<EvaluationUnit> units,
      Optional<ScrapeConfig> scraping,
      List<Problem> warnings) {
    this.scraping = scraping;
    this.warnings = List.copyOf(warnings);
    this.file = file;
    this.tested = tested;
    this.units = List.copyOf(units);
  }

  /**
   * Reads the rule files and routes.
   *
   * @throws InputException with every problem in any of them
   */
  public static PreparedFile of(ScenarioFile file) {
    TestedFiles.Named named = TestedFiles.Named.of(file);
    TestedFiles tested = TestedFiles.read(named.ruleFiles(), named.alertmanagerConfig());
    List<EvaluationUnit> units = plan(file, tested.groups());
    Optional<ScrapeConfig> scraping =
        file.prometheusConfig().map(config -> ScrapeConfig.read(config.value()));
    List<Problem> problems = new ArrayList<>();
    PreparedTargets targets = new PreparedTargets(file);
    scraping.ifPresent(config -> problems.addAll(targets.problems(config)));
    problems.addAll(RunLimits.problems(file.scenarios(), units, file.replicas()));
    problems.addAll(PreparedActions.problems(file.scenarios(), tested));
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    List<Problem> warnings = new ArrayList<>();
    scraping.ifPresent(config -> warnings.addAll(targets.warnings(config)));
    configurations(file, named)
        .forEach(config -> warnings.addAll(AlertmanagerConfig.read(config).notes()));
    return new PreparedFile(file, tested, units, scraping, warnings);
  }

  private static List<EvaluationUnit> plan(ScenarioFile file, List<RuleGroup> groups) {
    List<RuleGroup> ordered = EvaluationPlan.order(groups, file.groupEvalOrder());
    return file.usesFiredrillKeys()
        ? EvaluationPlan.byInterval(ordered, file.evaluationInterval())
        : EvaluationPlan.promtool(ordered, file.evaluationInterval());
  }

  /** The scenario file. */
  public ScenarioFile file() {
    return file;
  }

  /** What is suspicious about the files that it names. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** How a test of the file scrapes, if it does. */
  Optional<ScrapeSpec> scraping(Scenario scenario) {
    return scraping.map(
        config -> new ScrapeSpec(config, new ScenarioTargets(scenario, file.strict())));
  }

  /** Every file with rules, routes, templates and scrape jobs that its tests load, in order. */
  public List<Path> testedFiles() {
    return Stream.concat(
            Stream.concat(Stream.of(TestedFiles.Named.of(file)), loaded(file))
                .flatMap(TestedFiles.Named::all),
            scraping.stream().flatMap(config -> config.files().stream()))
        .distinct()
        .toList();
  }

  private static Stream<TestedFiles.Named> loaded(ScenarioFile file) {
    return file.scenarios().stream()
        .flatMap(scenario -> scenario.actions().stream())
        .flatMap(a -> a.action() instanceof Action.Load load ? Stream.of(load) : Stream.of())
        .map(load -> new TestedFiles.Named(load.ruleFiles(), load.alertmanagerConfig()));
  }

  private static Stream<Path> configurations(ScenarioFile file, TestedFiles.Named named) {
    return Stream.concat(Stream.of(named), loaded(file))
        .flatMap(files -> files.alertmanagerConfig().stream())
        .distinct();
  }

  /** The rules and routes. */
  TestedFiles tested() {
    return tested;
  }

  /** The rule groups, as they are evaluated. */
  List<EvaluationUnit> units() {
    return units;
  }
}
