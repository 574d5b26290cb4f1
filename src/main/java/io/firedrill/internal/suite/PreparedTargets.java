package io.firedrill.internal.suite;

import io.firedrill.internal.prometheus.ScrapeConfig;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.Target;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.target.ScrapeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the targets of a file's tests against its Prometheus configuration, before any test runs.
 */
final class PreparedTargets {

  private final ScenarioFile file;

  PreparedTargets(ScenarioFile file) {
    this.file = file;
  }

  /** Problems with jobs that a test names. */
  static List<Problem> problems(Scenario scenario, ScrapeConfig config) {
    return scenario.targets().stream()
        .flatMap(target -> target.job().stream())
        .flatMap(job -> problem(job, config).stream())
        .distinct()
        .toList();
  }

  private static Optional<Problem> problem(YamlScalar job, ScrapeConfig config) {
    if (!config.jobs().contains(job.text())) {
      return Optional.of(
          job.error(
              "there is no job \"" + job.text() + "\" in the Prometheus configuration",
              Suggestions.hint(job.text(), config.jobs())));
    }
    return config.discoveringJobs().contains(job.text())
        ? Optional.empty()
        : Optional.of(
            job.error(
                "job \"" + job.text() + "\" has no service discovery that a test could replace",
                Optional.of("leave \"job\" out: the configuration names the targets")));
  }

  /**
   * Warnings about replaced settings and undeclared targets. In a strict file, targets are checked
   * after Prometheus has relabelled them.
   */
  List<Problem> warnings(ScrapeConfig config) {
    List<Problem> warnings = new ArrayList<>(config.notes());
    if (!file.strict()) {
      Set<String> declared =
          file.scenarios().stream()
              .map(Scenario::targets)
              .flatMap(List::stream)
              .map(Target::address)
              .map(address -> ScrapeRequest.normal(address.text()))
              .collect(Collectors.toSet());
      config.staticAddresses().stream()
          .filter(address -> !declared.contains(ScrapeRequest.normal(address.text())))
          .map(PreparedTargets::nobody)
          .forEach(warnings::add);
    }
    return warnings;
  }

  private static Problem nobody(YamlScalar address) {
    Problem problem =
        address.error(
            "no test declares target \"" + address.text() + "\": nothing answers there",
            Optional.empty());
    return new Problem(
        Severity.WARNING,
        problem.position(),
        problem.message(),
        problem.sourceLine(),
        problem.length(),
        problem.hint());
  }
}
