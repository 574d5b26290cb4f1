package io.firedrill.internal.suite;

import io.firedrill.internal.scenario.Expectations;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.ScenarioTimes;
import java.util.Optional;

/** Removes the expectations from tests, but keeps their length. */
public final class ExpectNothing {

  private ExpectNothing() {}

  /** The file with tests without expectations. */
  public static ScenarioFile of(ScenarioFile file) {
    return new ScenarioFile(
        file.path(),
        file.servers(),
        file.options().notStrict(),
        file.scenarios().stream().map(ExpectNothing::of).toList(),
        file.broken(),
        file.warnings(),
        file.trust());
  }

  private static Scenario of(Scenario test) {
    return new Scenario(
        test.name(),
        test.position(),
        new ScenarioTimes(test.start(), test.interval(), Optional.of(test.runLength())),
        test.input(),
        Expectations.NONE,
        test.externalLabels(),
        test.externalUrl());
  }
}
