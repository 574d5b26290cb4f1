package io.firedrill.internal.run;

import io.firedrill.internal.prometheus.EvaluationLog;
import io.firedrill.internal.prometheus.FailedEvaluation;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.verdict.FailedRule;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which evaluations took place, and with which rules, because rules can change and servers can
 * stop.
 */
final class EvaluationRecord {

  private final NavigableMap<Instant, EvaluationSchedule> evaluations = new TreeMap<>();
  private final Set<EvaluationSchedule> schedules = new LinkedHashSet<>();

  void add(Instant instant, EvaluationSchedule schedule) {
    evaluations.put(instant, schedule);
    schedules.add(schedule);
  }

  /** The rules that were loaded at an evaluation; empty before the first. */
  Optional<EvaluationSchedule> schedule(Instant evaluation) {
    return Optional.ofNullable(evaluations.floorEntry(evaluation)).map(Map.Entry::getValue);
  }

  /** Every instant at which rules were evaluated. */
  SortedSet<Instant> all() {
    return Collections.unmodifiableSortedSet(evaluations.navigableKeySet());
  }

  /**
   * Each rule that could not be evaluated, at the first evaluation that failed.
   *
   * @param log the server's log
   */
  Map<Rule, FailedRule> failures(String log) {
    Map<Rule, FailedRule> first = new LinkedHashMap<>();
    for (EvaluationSchedule schedule : schedules) {
      for (FailedEvaluation failed : EvaluationLog.of(schedule.units()).failures(log)) {
        // The clock was ahead of the evaluation's own time by up to a millisecond.
        Map.Entry<Instant, EvaluationSchedule> evaluation = evaluations.floorEntry(failed.time());
        if (evaluation != null && evaluation.getValue() == schedule) {
          first.putIfAbsent(
              failed.rule(), new FailedRule(evaluation.getKey(), failed.rule(), failed.message()));
        }
      }
    }
    return first;
  }

  /** The rules that raise an alert. */
  AlertOrigin origin(Labels alert) {
    return AlertOrigin.of(alert, schedules);
  }

  /**
   * The instants at which alerts of an origin were evaluated, and those of evaluations after their
   * rules were removed, at which the alerts end.
   */
  SortedSet<Instant> of(AlertOrigin origin) {
    SortedSet<Instant> instants = new TreeSet<>();
    SortedSet<Instant> gone = new TreeSet<>();
    evaluations.forEach(
        (instant, schedule) -> {
          Set<Integer> units = origin.units().get(schedule);
          if (units.isEmpty()) {
            gone.add(instant);
          } else if (schedule.due(instant).stream().anyMatch(units::contains)) {
            instants.add(instant);
          }
        });
    if (!instants.isEmpty()) {
      instants.addAll(gone.tailSet(instants.first()));
    }
    return instants;
  }
}
