package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.AlertExpectation;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a scenario that can be judged. As in promtool, a failed rule ends the test: alerts
 * from that evaluation on, all expressions, and later rule failures are ignored. Files with
 * Firedrill's keys are judged completely.
 *
 * @param rules the rules that failed
 * @param alertTests what is left of promtool's {@code alert_rule_test}
 * @param promqlTests what is left of promtool's {@code promql_expr_test}
 */
record Judged(
    List<FailedRule> rules,
    List<AlertExpectation> alertTests,
    List<PromqlExpectation> promqlTests) {

  static Judged of(ScenarioFile file, Scenario scenario, Observed observed) {
    List<FailedRule> failed = observed.failedRules();
    Optional<Instant> first =
        failed.stream().map(FailedRule::evaluation).min(Comparator.naturalOrder());
    if (first.isEmpty() || file.usesFiredrillKeys()) {
      return new Judged(failed, scenario.alertTests(), scenario.promqlTests());
    }
    Instant end = first.get();
    return new Judged(
        failed.stream().filter(f -> f.evaluation().equals(end)).toList(),
        scenario.alertTests().stream()
            .filter(t -> observed.timeline().start().plus(t.evalTime()).isBefore(end))
            .toList(),
        List.of());
  }
}
