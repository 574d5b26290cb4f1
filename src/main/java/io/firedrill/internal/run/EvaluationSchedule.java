package io.firedrill.internal.run;

import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.prometheus.Slot;
import io.firedrill.internal.prometheus.UnitOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The evaluation times of units: start + k * interval. If their order matters, units that are due
 * at the same instant run one after the other, each in its own part of a millisecond.
 */
final class EvaluationSchedule {

  private static final Duration WHILE = Duration.ofMillis(500);

  private final Instant start;
  private final List<EvaluationUnit> units;
  private final UnitOrder order;
  private final boolean looksBack;

  EvaluationSchedule(Instant start, List<EvaluationUnit> units) {
    this.start = start;
    this.units = units;
    this.order = UnitOrder.of(units);
    this.looksBack = units.stream().anyMatch(u -> !u.queryOffset().orElse(Duration.ZERO).isZero());
  }

  /**
   * Whether some unit is evaluated on earlier data. Prometheus then writes its {@code ALERTS} at
   * the data's time, not at the evaluation's ({@code Eval} in its {@code rules/alerting.go}).
   */
  boolean looksBack() {
    return looksBack;
  }

  /** The evaluated units. */
  List<EvaluationUnit> units() {
    return units;
  }

  /** Whether units that are due at the same instant must run one after the other. */
  UnitOrder order() {
    return order;
  }

  /** The part of a millisecond in which a unit runs. */
  Slot slot(int unit) {
    if (start.isBefore(Instant.EPOCH)) {
      return Slot.INSTANT;
    }
    return order == UnitOrder.MATTERS ? Slot.part(unit, units.size()) : Slot.ONLY;
  }

  /** All instants of evaluation after {@code from}, up to and including {@code end}. */
  SortedSet<Instant> instantsAfter(Instant from, Instant end) {
    SortedSet<Instant> instants = new TreeSet<>();
    units.stream()
        .map(EvaluationUnit::interval)
        .distinct()
        .forEach(
            interval -> {
              Instant first = start;
              if (!from.isBefore(start)) {
                long passed = Duration.between(start, from).dividedBy(interval);
                first = start.plus(interval.multipliedBy(passed + 1));
              }
              for (Instant t = first; !t.isAfter(end); t = t.plus(interval)) {
                instants.add(t);
              }
            });
    return instants;
  }

  /** A time shortly after an instant, before the next evaluation. */
  Instant pauseAfter(Instant instant) {
    Duration half = shortestInterval().dividedBy(2);
    Instant later = instant.plus(half.compareTo(WHILE) < 0 ? half : WHILE);
    SortedSet<Instant> next = instantsAfter(instant, later.plus(Scraping.BEFORE_EVALUATION));
    return next.isEmpty() ? later : next.first().minus(Scraping.BEFORE_EVALUATION);
  }

  /** The longest time between two evaluations of a unit; zero without units. */
  Duration longestInterval() {
    return units.stream()
        .map(EvaluationUnit::interval)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** The shortest time between two evaluations of a unit; a minute without units. */
  Duration shortestInterval() {
    return units.stream()
        .map(EvaluationUnit::interval)
        .min(Duration::compareTo)
        .orElse(Duration.ofMinutes(1));
  }

  /** The indexes of the units that are due at an instant. */
  List<Integer> due(Instant instant) {
    Duration since = Duration.between(start, instant);
    return IntStream.range(0, units.size())
        .filter(i -> since.toMillis() % units.get(i).interval().toMillis() == 0)
        .boxed()
        .toList();
  }

  /** How far Prometheus's clock must be ahead to run this unit but no later one. */
  Duration lead(int unit) {
    return Duration.ofMillis(1).multipliedBy(unit + 1L).dividedBy(units.size());
  }
}
