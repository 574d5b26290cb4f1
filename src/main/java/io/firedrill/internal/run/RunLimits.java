package io.firedrill.internal.run;

import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.prometheus.UnitOrder;
import io.firedrill.internal.scenario.Replicas;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Limits of runs, checked before they begin. */
public final class RunLimits {

  /** Go and the launcher count nanoseconds in 64 bits, from 1677 to 2262. */
  private static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

  /** Before this, some features are not supported: see {@link #needOf1970}. */
  private static final Instant EARLIEST_OF_DRILLS = Instant.EPOCH;

  private static final Instant EARLIEST_OF_CLUSTERS = Instant.parse("1970-01-02T00:00:00Z");
  private static final String TOO_EARLY =
      "two Alertmanagers cannot start before 1970-01-02T00:00:00Z, but this starts at ";

  /** About half an hour of real time, or almost two virtual years at one per minute. */
  private static final long EVALUATIONS = 1_000_000;

  private static final String OUTSIDE =
      "a run must be within the years %s to 2261, but this one would last from %s to %s";

  private static final String ROUNDED = "a test that starts before 1970 %s; this one starts at %s";

  private static final String SCRAPING =
      "cannot scrape: Prometheus rounds times up there, and would scrape new targets late";

  private static final String ACTIONS =
      "cannot have actions: Prometheus rounds times up there, and would evaluate rules late that an"
          + " action loads or restarts";

  private static final String ORDER =
      "cannot have rule groups of different intervals, limits, query_offsets or labels of which one"
          + " may read what another records: Prometheus rounds times up there, so these are evaluated"
          + " at the same instant, in any order";

  private static final String TOO_MANY = "the run has %d evaluations, but the maximum is %d";

  private RunLimits() {}

  /** Rejects a start that is out of range. */
  public static void requireStart(Instant start) {
    if (start.isBefore(EARLIEST_OF_DRILLS)
        || !start.isBefore(LATEST)
        || start.getNano() % 1_000_000 != 0) {
      throw new IllegalArgumentException(
          "a drill must start in the years 1970 to 2261, at a whole millisecond, not at " + start);
    }
  }

  /**
   * Rejects an end that is out of range for this start.
   *
   * @param interval the shortest interval of evaluation
   */
  public static void requireEnd(Instant start, Instant end, Duration interval) {
    refusal(EARLIEST_OF_DRILLS, start, end, Optional.of(interval))
        .ifPresent(
            message -> {
              throw new IllegalArgumentException(message);
            });
  }

  /** Why a test cannot run; at most one problem. */
  public static List<Problem> problems(
      ScenarioFile file, Scenario scenario, List<EvaluationUnit> units) {
    Instant start = scenario.start();
    Optional<String> refusal =
        refusal(EARLIEST, start, start.plus(scenario.runLength()), shortest(units));
    if (refusal.isEmpty() && start.isBefore(Instant.EPOCH)) {
      refusal = needOf1970(file, scenario, units).map(reason -> ROUNDED.formatted(reason, start));
    }
    if (refusal.isEmpty() && !isLateEnough(start, file.replicas())) {
      refusal = Optional.of(TOO_EARLY + start);
    }
    return refusal.map(message -> problem(scenario, message)).orElse(List.of());
  }

  /** The features of a test that do not work before 1970. */
  private static Optional<String> needOf1970(
      ScenarioFile file, Scenario scenario, List<EvaluationUnit> units) {
    if (file.prometheusConfig().isPresent()) {
      return Optional.of(SCRAPING);
    }
    if (!scenario.actions().isEmpty()) {
      return Optional.of(ACTIONS);
    }
    return UnitOrder.of(units) == UnitOrder.MATTERS ? Optional.of(ORDER) : Optional.empty();
  }

  /** The instant that is {@code later} after {@code time}, or the maximum. */
  public static Instant after(Instant time, Duration later) {
    return later.compareTo(Duration.between(time, Instant.MAX)) < 0
        ? time.plus(later)
        : Instant.MAX;
  }

  /** The shortest interval at which rules are evaluated. */
  public static Optional<Duration> shortest(List<EvaluationUnit> units) {
    return units.stream().map(EvaluationUnit::interval).min(Duration::compareTo);
  }

  private static Optional<String> refusal(
      Instant earliest, Instant start, Instant end, Optional<Duration> shortest) {
    if (end.isBefore(start)) {
      return Optional.of("a run that starts at %s cannot end at %s".formatted(start, end));
    }
    if (start.isBefore(earliest) || end.isAfter(LATEST)) {
      return Optional.of(OUTSIDE.formatted(earliest.toString().substring(0, 4), start, end));
    }
    return shortest
        .map(interval -> Duration.between(start, end).dividedBy(interval))
        .filter(evaluations -> evaluations > EVALUATIONS)
        .map(evaluations -> TOO_MANY.formatted(evaluations, EVALUATIONS));
  }

  /**
   * Members of a cluster are started some minutes before the test starts, and cannot generate their
   * names before 1970.
   *
   * @throws IllegalArgumentException if the servers cannot start at that time
   */
  public static void requireStart(Instant start, Replicas replicas) {
    if (!isLateEnough(start, replicas)) {
      throw new IllegalArgumentException(TOO_EARLY + start);
    }
  }

  private static boolean isLateEnough(Instant start, Replicas replicas) {
    return replicas.alertmanagers() == 1 || !start.isBefore(EARLIEST_OF_CLUSTERS);
  }

  private static List<Problem> problem(Scenario scenario, String message) {
    return List.of(
        new Problem(Severity.ERROR, scenario.position(), message, "", 1, Optional.empty()));
  }
}
