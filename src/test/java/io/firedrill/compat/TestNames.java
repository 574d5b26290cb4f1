package io.firedrill.compat;

import io.firedrill.compat.FailedAssertion.Kind;
import io.firedrill.internal.scenario.Scenario;
import java.util.List;

/**
 * Finds the test that a failure in promtool's text output belongs to: that output names tests only
 * for alerts, and only those that have a name.
 */
final class TestNames {

  private final List<Scenario> scenarios;

  TestNames(List<Scenario> scenarios) {
    this.scenarios = scenarios;
  }

  /** The assertion with its test; one about a rule stays as it is, since all tests have it. */
  FailedAssertion complete(FailedAssertion failed) {
    if (!failed.test().isEmpty() || failed.kind() == Kind.RULE) {
      return failed;
    }
    List<String> tests =
        scenarios.stream().filter(s -> makes(s, failed)).map(Scenario::name).distinct().toList();
    if (tests.size() != 1) {
      throw new IllegalStateException(
          failed + " has to stand in exactly one test of its file, but stands in " + tests);
    }
    return new FailedAssertion(tests.get(0), failed.kind(), failed.subject(), failed.time());
  }

  private static boolean makes(Scenario scenario, FailedAssertion failed) {
    return failed.kind() == Kind.SAMPLES
        ? scenario.promqlTests().stream()
            .anyMatch(t -> t.expr().equals(failed.subject()) && t.evalTime().equals(failed.time()))
        : scenario.name().startsWith("unnamed#")
            && scenario.alertTests().stream()
                .anyMatch(
                    t ->
                        t.alertname().equals(failed.subject())
                            && t.evalTime().equals(failed.time()));
  }
}
