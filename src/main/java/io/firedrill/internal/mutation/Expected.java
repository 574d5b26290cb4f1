package io.firedrill.internal.mutation;

import io.firedrill.internal.scenario.Expectations;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.UncertainFlush;
import io.firedrill.internal.verdict.Uncertainty;
import io.firedrill.internal.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Whether a test fails with what was observed. */
final class Expected {

  private final ScenarioFile file;
  private final Scenario scenario;
  private final ScenarioFile notStrict;
  private final Scenario alertsOnly;

  Expected(Selection.Test test) {
    this.file = test.file().file();
    this.scenario = test.scenario();
    this.notStrict =
        new ScenarioFile(
            file.path(),
            file.servers(),
            file.options().notStrict(),
            file.scenarios(),
            file.broken(),
            file.warnings(),
            file.trust());
    this.alertsOnly =
        new Scenario(
            scenario.name(),
            scenario.position(),
            scenario.times(),
            scenario.input(),
            new Expectations(
                scenario.alertTests(),
                scenario.promqlTests(),
                scenario.alertStateTests(),
                List.of(),
                List.of(),
                Optional.empty()),
            scenario.externalLabels(),
            scenario.externalUrl());
  }

  /** Equal for alerts that are the same to the test. */
  List<String> key(List<Sent> sent) {
    boolean withLinks =
        scenario.snapshot().isPresent()
            || scenario.notificationTests().stream()
                .flatMap(entry -> entry.expected().stream())
                .anyMatch(notification -> !notification.payload().isEmpty());
    return Sent.key(sent, withLinks);
  }

  /** Whether an expectation about alerts or expressions fails, whatever the notifications are. */
  boolean failsByAlerts(Observed observed) {
    return !Verdict.failures(notStrict, alertsOnly, observed).isEmpty();
  }

  /** Whether the test fails. */
  boolean fails(Observed observed, List<UncertainFlush> uncertain) {
    return !Uncertainty.failures(
            file, scenario, observed, Verdict.failures(file, scenario, observed), uncertain)
        .isEmpty();
  }
}
