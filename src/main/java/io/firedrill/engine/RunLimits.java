package io.firedrill.engine;

import io.firedrill.prometheus.EvaluationUnit;
import io.firedrill.scenario.Replicas;
import io.firedrill.scenario.Scenario;
import io.firedrill.source.Problem;
import io.firedrill.source.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What no run can do, found before it begins. */
final class RunLimits {

  /** Groups cannot be placed at times before: Go's remainder of a negative number is negative. */
  private static final Instant EARLIEST = Instant.EPOCH;

  private static final Instant EARLIEST_OF_CLUSTERS = Instant.parse("1970-01-02T00:00:00Z");
  private static final String TOO_EARLY =
      "two Alertmanagers cannot start before 1970-01-02T00:00:00Z, and this starts at ";

  /** The launcher counts nanoseconds in 64 bits, which end in 2262. */
  private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

  /** About half an hour's work, or two virtual years at one a minute. */
  private static final long EVALUATIONS = 1_000_000;

  private static final String OUTSIDE =
      "a run has to lie within the years 1970 to 2261, and this one would last from %s to %s";

  private static final String TOO_MANY =
      "the run has %d evaluations, and the most that are possible are %d";

  private RunLimits() {}

  /** Refuses a start at which no drill can begin. */
  static void requireStart(Instant start) {
    if (start.isBefore(EARLIEST) || !start.isBefore(LATEST) || start.getNano() % 1_000_000 != 0) {
      throw new IllegalArgumentException(
          "a drill starts in the years 1970 to 2261, at a whole millisecond, and not at " + start);
    }
  }

  /**
   * Refuses an end that no run that begins then can have.
   *
   * @param interval the shortest interval of evaluation
   */
  static void requireEnd(Instant start, Instant end, Duration interval) {
    refusal(start, end, Optional.of(interval))
        .ifPresent(
            message -> {
              throw new IllegalArgumentException(message);
            });
  }

  static List<Problem> problems(
      List<Scenario> scenarios, List<EvaluationUnit> units, Replicas replicas) {
    Optional<Duration> shortest = shortest(units);
    List<Problem> problems = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      Instant end = scenario.start().plus(scenario.runLength());
      Optional<String> refusal = refusal(scenario.start(), end, shortest);
      if (refusal.isPresent()) {
        problems.add(problem(scenario, refusal.get()));
      } else if (!isLateEnough(scenario.start(), replicas)) {
        problems.add(problem(scenario, TOO_EARLY + scenario.start()));
      }
    }
    return problems;
  }

  /** An instant so much later, or the last one that there is. */
  static Instant after(Instant time, Duration later) {
    return later.compareTo(Duration.between(time, Instant.MAX)) < 0
        ? time.plus(later)
        : Instant.MAX;
  }

  /** The shortest interval at which rules are evaluated. */
  static Optional<Duration> shortest(List<EvaluationUnit> units) {
    return units.stream().map(EvaluationUnit::interval).min(Duration::compareTo);
  }

  private static Optional<String> refusal(Instant start, Instant end, Optional<Duration> shortest) {
    if (start.isBefore(EARLIEST) || end.isBefore(start) || end.isAfter(LATEST)) {
      return Optional.of(OUTSIDE.formatted(start, end));
    }
    return shortest
        .map(interval -> Duration.between(start, end).dividedBy(interval))
        .filter(evaluations -> evaluations > EVALUATIONS)
        .map(evaluations -> TOO_MANY.formatted(evaluations, EVALUATIONS));
  }

  /**
   * The members of a cluster, which boot some minutes before the start, cannot make up their names
   * before 1970.
   *
   * @throws IllegalArgumentException if the servers cannot start then
   */
  static void requireStart(Instant start, Replicas replicas) {
    if (!isLateEnough(start, replicas)) {
      throw new IllegalArgumentException(TOO_EARLY + start);
    }
  }

  private static boolean isLateEnough(Instant start, Replicas replicas) {
    return replicas.alertmanagers() == 1 || !start.isBefore(EARLIEST_OF_CLUSTERS);
  }

  private static Problem problem(Scenario scenario, String message) {
    return new Problem(Severity.ERROR, scenario.position(), message, "", 1, Optional.empty());
  }
}
