package io.firedrill.engine;

import io.firedrill.alertmanager.AlertmanagerConfig;
import io.firedrill.prometheus.EvaluationPlan;
import io.firedrill.prometheus.EvaluationUnit;
import io.firedrill.prometheus.RuleFile;
import io.firedrill.prometheus.RuleGroup;
import io.firedrill.prometheus.RuleStatus;
import io.firedrill.scenario.ScenarioFile;
import io.firedrill.source.InputException;
import io.firedrill.source.Located;
import io.firedrill.source.Problem;
import io.firedrill.source.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scenario file with the files that it names, all read.
 *
 * @param file the scenario file
 * @param units the rule groups of all its rule files, as they are evaluated
 * @param alertmanager the routes, where the file has any
 */
public record PreparedFile(
    ScenarioFile file, List<EvaluationUnit> units, Optional<AlertmanagerConfig> alertmanager) {

  /**
   * Reads the rule files and routes.
   *
   * @throws InputException with every problem in any of them
   */
  public static PreparedFile of(ScenarioFile file) {
    List<RuleGroup> groups = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Located<Path> ruleFile : file.ruleFiles()) {
      try {
        groups.addAll(RuleFile.read(ruleFile.value()));
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    Optional<AlertmanagerConfig> alertmanager = Optional.empty();
    try {
      alertmanager = file.alertmanagerConfig().map(Located::value).map(AlertmanagerConfig::read);
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    List<EvaluationUnit> units = plan(file, groups);
    file.prometheusConfig().ifPresent(config -> problems.add(notYet(config)));
    problems.addAll(RunLimits.problems(file.scenarios(), units));
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new PreparedFile(file, units, alertmanager);
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

  /** The names of all alerting rules. */
  public Set<String> alertNames() {
    return units.stream()
        .flatMap(u -> u.groups().stream())
        .flatMap(g -> g.rules().stream())
        .filter(r -> r.kind() == RuleStatus.Kind.ALERTING)
        .map(r -> r.name())
        .collect(Collectors.toSet());
  }

  /** The names of all receivers. */
  public Set<String> receivers() {
    return alertmanager.map(a -> Set.copyOf(a.receivers())).orElse(Set.of());
  }
}
