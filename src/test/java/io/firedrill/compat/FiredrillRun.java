package io.firedrill.compat;

import io.firedrill.compat.FailedAssertion.Kind;
import io.firedrill.compat.Outcome.Judged;
import io.firedrill.compat.Outcome.Refused;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.scenario.AlertExpectation;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.ScenarioResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Firedrill's outcome for a test file, in promtool's terms. */
final class FiredrillRun {

  private static final Pattern RULE =
      Pattern.compile("(\\S+) at (\\S+): the evaluation failed: .*", Pattern.DOTALL);

  private final ScenarioRunner runner;

  FiredrillRun(ScenarioRunner runner) {
    this.runner = runner;
  }

  /** Runs the tests of a file. */
  Outcome outcome(Path path) {
    try {
      PreparedFile file = PreparedFile.of(ScenarioFile.read(path));
      List<FailedAssertion> failed = new ArrayList<>();
      for (Scenario scenario : file.file().scenarios()) {
        failed.addAll(failed(scenario, runner.run(file, scenario)));
      }
      return new Judged(failed);
    } catch (InputException | RigException e) {
      return new Refused(e.getMessage());
    }
  }

  private static List<FailedAssertion> failed(Scenario scenario, ScenarioResult result) {
    List<FailedAssertion> failed = new ArrayList<>();
    result
        .error()
        .ifPresent(
            e ->
                failed.add(
                    new FailedAssertion(scenario.name(), Kind.RUN, e.summary(), Duration.ZERO)));
    result.failures().stream()
        .flatMap(f -> Stream.concat(Stream.of(f), f.alike().stream()))
        .forEach(f -> failed.add(failed(scenario, f)));
    return failed;
  }

  private static FailedAssertion failed(Scenario scenario, Failure failure) {
    return switch (failure.kind()) {
      case ALERTS_DIFFER -> {
        AlertExpectation e = at(scenario.alertTests(), AlertExpectation::position, failure);
        yield new FailedAssertion(scenario.name(), Kind.ALERTS, e.alertname(), e.evalTime());
      }
      case SAMPLES_DIFFER, QUERY_FAILED -> {
        PromqlExpectation e = at(scenario.promqlTests(), PromqlExpectation::position, failure);
        yield new FailedAssertion(scenario.name(), Kind.SAMPLES, e.expr(), e.evalTime());
      }
      case RULE_FAILED -> rule(scenario, failure);
      default -> throw new IllegalStateException(failure.text());
    };
  }

  private static FailedAssertion rule(Scenario scenario, Failure failure) {
    Matcher matcher = RULE.matcher(failure.summary());
    if (!matcher.matches()) {
      throw new IllegalStateException(failure.summary());
    }
    Duration time = PrometheusDuration.parse(matcher.group(2)).orElseThrow();
    return new FailedAssertion(scenario.name(), Kind.RULE, matcher.group(1), time);
  }

  /** The expectation of a failure, which points at its start or at a place in it. */
  private static <T> T at(List<T> expectations, Function<T, Position> position, Failure failure) {
    return expectations.stream()
        .filter(e -> position.apply(e).compareTo(failure.position()) <= 0)
        .max(Comparator.comparing(position))
        .orElseThrow();
  }
}
