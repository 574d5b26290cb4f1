package io.firedrill.engine;

import io.firedrill.prometheus.EvaluationPlan;
import io.firedrill.prometheus.EvaluationUnit;
import io.firedrill.prometheus.RuleGroup;
import io.firedrill.scenario.Action;
import io.firedrill.scenario.ScenarioFile;
import io.firedrill.source.InputException;
import io.firedrill.source.Located;
import io.firedrill.source.Problem;
import io.firedrill.source.Severity;
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

  private PreparedFile(ScenarioFile file, TestedFiles tested, List<EvaluationUnit> units) {
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
    List<Problem> problems = new ArrayList<>();
    file.prometheusConfig().ifPresent(config -> problems.add(notYet(config)));
    problems.addAll(RunLimits.problems(file.scenarios(), units, file.replicas()));
    problems.addAll(PreparedActions.problems(file.scenarios(), tested));
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new PreparedFile(file, tested, units);
  }

  private static Problem notYet(Located<Path> prometheusConfig) {
    return new Problem(
        Severity.ERROR,
        prometheusConfig.position(),
        "\"prometheus_config\" is not supported yet",
        "",
        1,
        Optional.empty());
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

  /** Every file with rules, routes and templates that its tests load, in order. */
  public List<Path> testedFiles() {
    Stream<TestedFiles.Named> loaded =
        file.scenarios().stream()
            .flatMap(scenario -> scenario.actions().stream())
            .flatMap(a -> a.action() instanceof Action.Load load ? Stream.of(load) : Stream.of())
            .map(load -> new TestedFiles.Named(load.ruleFiles(), load.alertmanagerConfig()));
    return Stream.concat(Stream.of(TestedFiles.Named.of(file)), loaded)
        .flatMap(TestedFiles.Named::all)
        .distinct()
        .toList();
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
