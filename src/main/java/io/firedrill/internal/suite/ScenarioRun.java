package io.firedrill.internal.suite;

import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.coverage.CoverageResult;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.CoverageProbe;
import io.firedrill.internal.run.FeedAhead;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.AlertExpectation;
import io.firedrill.internal.scenario.InputSeries;
import io.firedrill.internal.scenario.PlannedAction;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One run of a scenario: feeds series, moves the time and reads results, in promtool's order. */
final class ScenarioRun {

  private final Run run;
  private final PreparedFile file;
  private final Scenario scenario;
  private final Map<Instant, Set<Duration>> looks = new HashMap<>();
  private final NavigableMap<Instant, List<ActiveAlert>> seen = new TreeMap<>();
  private final Map<Duration, List<ActiveAlert>> alertsAt = new HashMap<>();
  private final Optional<CoverageProbe> coverage;

  private ScenarioRun(Run run, PreparedFile file, Scenario scenario, CoverageMode mode) {
    this.run = run;
    this.coverage =
        mode == CoverageMode.ON ? Optional.of(new CoverageProbe(run)) : Optional.empty();
    this.file = file;
    this.scenario = scenario;
  }

  /** Prepares the run: its input, its actions and what is looked at. */
  static ScenarioRun of(Run run, PreparedFile file, Scenario scenario, CoverageMode mode) {
    ScenarioRun prepared = new ScenarioRun(run, file, scenario, mode);
    prepared.feed();
    scenario.actions().forEach(prepared::plan);
    return prepared;
  }

  private void feed() {
    run.observeEvaluations(this::look);
    Instant last = lastFed();
    for (InputSeries series : scenario.inputSeries()) {
      coverage.ifPresent(probe -> probe.fed(series.labels()));
      if (series.isLate()) {
        run.feedLate(
            series.labels(),
            series.lateSamples(scenario.start(), scenario.interval()).stream()
                .filter(s -> !s.sample().time().isAfter(last))
                .toList());
        continue;
      }
      run.feed(
          series.labels(),
          series.samples(scenario.start(), scenario.interval()).stream()
              .filter(sample -> !sample.time().isAfter(last))
              .iterator());
    }
    if (scenario.actions().stream().noneMatch(planned -> stopsFeeding(planned.action()))) {
      run.feedAhead(FeedAhead.of(file.tested().groups()));
    }
  }

  /** A server that does not run gets no samples, and rules that are loaded may look ahead. */
  private static boolean stopsFeeding(Action action) {
    return action instanceof Action.Stop
        || action instanceof Action.Restart
        || action instanceof Action.Load;
  }

  /** Performs the actions of a test whose alerts are planned already. */
  static Observed ofSentAlerts(Run run, PreparedFile file, Scenario scenario) {
    ScenarioRun sending = new ScenarioRun(run, file, scenario, CoverageMode.OFF);
    scenario.actions().forEach(sending::plan);
    run.runTo(sending.end());
    return run.observed(List.of());
  }

  Observed toTheEnd() {
    Instant end = end();
    planLooks(run.evaluationsUpTo(end));
    run.runTo(end);
    return run.observed(run.alertHistories()).answering(alertsAt(), queries());
  }

  /** The coverage; call this last. */
  Optional<CoverageResult> coverage(Timeline timeline) {
    return coverage.map(probe -> probe.result(timeline));
  }

  private void plan(PlannedAction planned) {
    run.plan(
        scenario.start().plus(planned.at()),
        () -> {
          try {
            run.perform(planned.action());
          } catch (AlertmanagerException e) {
            throw Refusal.of(e, planned);
          }
        });
  }

  /**
   * The state of Alertmanager at some instants; runs to the end, and on to the next flush of every
   * group.
   */
  NavigableMap<Instant, Optional<AlertmanagerView>> alertmanagerAt(SortedSet<Instant> instants) {
    NavigableMap<Instant, Optional<AlertmanagerView>> views = new TreeMap<>();
    for (Instant instant : instants) {
      run.plan(instant, () -> views.put(instant, run.servers().alertmanagerView()));
    }
    run.runTo(instants.last());
    Instant next = instants.last().plus(run.routes().longestFlushInterval());
    run.runTo(next.isAfter(end()) ? next : end());
    return views;
  }

  private void look(Instant evaluation) {
    coverage.ifPresent(CoverageProbe::look);
    if (evaluationsMayChange()) {
      seen.put(evaluation, run.servers().activeAlerts());
      return;
    }
    Set<Duration> times = looks.getOrDefault(evaluation, Set.of());
    if (!times.isEmpty()) {
      List<ActiveAlert> alerts = run.servers().activeAlerts();
      times.forEach(time -> alertsAt.put(time, alerts));
    }
  }

  private Instant end() {
    return scenario.start().plus(scenario.runLength());
  }

  /**
   * promtool's queries see no samples after the last step, so the same holds for plain promtool
   * files.
   */
  private Instant lastFed() {
    Duration step = file.file().evaluationInterval();
    return file.file().usesFiredrillKeys()
        ? end()
        : scenario.start().plus(step.multipliedBy(scenario.runLength().dividedBy(step)));
  }

  /** Whether evaluations may be missing or unplanned. */
  private boolean evaluationsMayChange() {
    return !scenario.alertTests().isEmpty() && !scenario.actions().isEmpty();
  }

  private Map<Duration, List<ActiveAlert>> alertsAt() {
    if (evaluationsMayChange()) {
      for (AlertExpectation expectation : scenario.alertTests()) {
        Duration time = expectation.evalTime();
        Map.Entry<Instant, List<ActiveAlert>> last = seen.floorEntry(scenario.start().plus(time));
        alertsAt.put(time, last == null ? List.of() : last.getValue());
      }
    }
    return alertsAt;
  }

  /** Plans the queries for each {@code eval_time}: at the last evaluation at or before it. */
  private void planLooks(SortedSet<Instant> evaluations) {
    for (AlertExpectation expectation : scenario.alertTests()) {
      Instant time = scenario.start().plus(expectation.evalTime());
      SortedSet<Instant> before = evaluations.headSet(time.plusNanos(1));
      if (before.isEmpty()) {
        alertsAt.put(expectation.evalTime(), List.of());
      } else {
        looks.computeIfAbsent(before.last(), any -> new TreeSet<>()).add(expectation.evalTime());
      }
    }
  }

  private Map<PromqlExpectation, QueryOutcome> queries() {
    Map<PromqlExpectation, QueryOutcome> outcomes = new HashMap<>();
    for (PromqlExpectation expectation : scenario.promqlTests()) {
      Instant time = scenario.start().plus(expectation.evalTime());
      outcomes.put(expectation, run.servers().query(expectation.expr(), time));
    }
    return outcomes;
  }
}
