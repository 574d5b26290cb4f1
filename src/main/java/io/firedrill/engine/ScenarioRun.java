package io.firedrill.engine;

import io.firedrill.model.Series;
import io.firedrill.prometheus.ActiveAlert;
import io.firedrill.prometheus.PrometheusException;
import io.firedrill.scenario.AlertExpectation;
import io.firedrill.scenario.PromqlExpectation;
import io.firedrill.scenario.Scenario;
import io.firedrill.verdict.Observed;
import io.firedrill.verdict.QueryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** One run of a scenario: feeds, moves and looks, in promtool's order. */
final class ScenarioRun {

  private final Drill drill;
  private final PreparedFile file;
  private final Scenario scenario;
  private final SampleFeed feed;
  private final Map<Duration, List<ActiveAlert>> alertsAt = new HashMap<>();

  ScenarioRun(Drill drill, PreparedFile file, Scenario scenario) {
    this.drill = drill;
    this.file = file;
    this.scenario = scenario;
    this.feed =
        new SampleFeed(
            scenario.inputSeries().stream()
                .map(s -> new Series(s.labels(), s.samples(scenario.start(), scenario.interval())))
                .toList());
  }

  Observed toTheEnd() {
    Instant end = scenario.start().plus(scenario.runLength());
    SortedSet<Instant> evaluations = drill.evaluationsUpTo(end);
    Map<Instant, Set<Duration>> looks = looks(evaluations);
    for (Instant evaluation : evaluations) {
      drill.feed(feed.takeUpTo(evaluation));
      drill.advanceTo(evaluation);
      if (looks.containsKey(evaluation)) {
        List<ActiveAlert> alerts = drill.prometheus().alerts();
        looks.get(evaluation).forEach(time -> alertsAt.put(time, alerts));
      }
    }
    drill.feed(feed.takeUpTo(lastFed(end)));
    drill.advanceTo(end);
    List<AlertHistory> histories = drill.alertHistories();
    return new Observed(
        drill.timeline(histories),
        List.copyOf(evaluations),
        alertsAt,
        queries(),
        histories.stream().map(h -> h.presence(evaluations)).toList(),
        file.alertNames(),
        file.receivers());
  }

  /** promtool's queries see no samples after the last step, so nor do those of its own files. */
  private Instant lastFed(Instant end) {
    Duration step = file.file().evaluationInterval();
    return file.file().usesFiredrillKeys()
        ? end
        : scenario.start().plus(step.multipliedBy(scenario.runLength().dividedBy(step)));
  }

  /** At which evaluation to look for which {@code eval_time}: the last one at or before it. */
  private Map<Instant, Set<Duration>> looks(SortedSet<Instant> evaluations) {
    Map<Instant, Set<Duration>> looks = new HashMap<>();
    for (AlertExpectation expectation : scenario.alertTests()) {
      Instant time = scenario.start().plus(expectation.evalTime());
      SortedSet<Instant> before = evaluations.headSet(time.plusNanos(1));
      if (before.isEmpty()) {
        alertsAt.put(expectation.evalTime(), List.of());
      } else {
        looks.computeIfAbsent(before.last(), any -> new TreeSet<>()).add(expectation.evalTime());
      }
    }
    return looks;
  }

  private Map<PromqlExpectation, QueryOutcome> queries() {
    Map<PromqlExpectation, QueryOutcome> outcomes = new HashMap<>();
    for (PromqlExpectation expectation : scenario.promqlTests()) {
      Instant time = scenario.start().plus(expectation.evalTime());
      outcomes.put(expectation, query(expectation.expr(), time));
    }
    return outcomes;
  }

  private QueryOutcome query(String expr, Instant time) {
    try {
      return new QueryOutcome.Answer(drill.prometheus().query(expr, time));
    } catch (PrometheusException e) {
      if (e.errorType().isEmpty()) {
        throw e;
      }
      return new QueryOutcome.Refusal(e.serverMessage());
    }
  }
}
