package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Holds what a run observed against what its scenario expects. */
public final class Verdict {

  private Verdict() {}

  /**
   * Every expectation of the scenario that was not met, in the order of the file; what strictness
   * adds comes last.
   *
   * @param file says whether the scenario is strict, and how numbers are compared
   * @throws IllegalArgumentException if the observation lacks the answer to a query, or the alerts
   *     at a time that an {@code alert_rule_test} looks at
   */
  public static List<Failure> failures(ScenarioFile file, Scenario scenario, Observed observed) {
    SampleComparison comparison =
        file.fuzzyCompare() ? SampleComparison.FUZZY : SampleComparison.EXACT;
    List<Failure> failures = new ArrayList<>();
    Judged judged = Judged.of(file, scenario, observed);
    judged.rules().forEach(r -> failures.add(RuleFailed.of(r, observed)));
    judged.alertTests().forEach(t -> AlertsDiffer.check(t, observed).ifPresent(failures::add));
    judged
        .promqlTests()
        .forEach(t -> PromqlCheck.check(t, comparison, observed).ifPresent(failures::add));
    scenario
        .alertStateTests()
        .forEach(t -> AlertStateCheck.check(t, observed).ifPresent(failures::add));
    scenario
        .notificationTests()
        .forEach(t -> NotificationCheck.check(t, observed).ifPresent(failures::add));
    scenario.failureTests().forEach(t -> FailureCheck.check(t, observed).ifPresent(failures::add));
    scenario.snapshot().flatMap(s -> SnapshotDiffers.check(s, observed)).ifPresent(failures::add);
    failures.sort(Comparator.comparing(Failure::position));
    // A snapshot is about everything that happens.
    StrictCheck.SentLabels sent =
        file.prometheusConfig().isPresent()
            ? StrictCheck.SentLabels.RELABELLED
            : StrictCheck.SentLabels.ITS_OWN;
    if (file.strict() && scenario.snapshot().isEmpty()) {
      failures.addAll(ServerTrouble.failures(scenario, observed));
      failures.addAll(StrictCheck.check(scenario, sent, observed));
    }
    return List.copyOf(failures);
  }
}
