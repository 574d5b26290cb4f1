package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.inversion.PlannedSeries;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides for which inputs the whole rule files have to be run: for those that make alerts fire,
 * and for those that other rules read as well.
 */
final class Observations {

  private final Search search;
  private final RuleBook book;
  private final RouteRuns runs;
  private final Set<String> alwaysFiring;
  private final Map<InputPlan, Observation> found = new IdentityHashMap<>();
  private final Map<AlertRule, Set<String>> metrics = new IdentityHashMap<>();

  /**
   * @param alwaysFiring the alerts that fire whatever is fed
   */
  Observations(Search search, RuleBook book, RouteRuns runs, Set<String> alwaysFiring) {
    this.search = search;
    this.book = book;
    this.runs = runs;
    this.alwaysFiring = alwaysFiring;
  }

  Map<InputPlan, Observation> found() {
    return found;
  }

  /** Observes the inputs of a rule with the rules of these files. */
  void observe(Attempts attempts, List<Path> ruleFiles, Background background) {
    for (Attempts.Tried tried : attempts.all()) {
      InputPlan input = tried.input();
      if (Generation.isFiring(input) || othersMayFire(attempts.rule(), input, ruleFiles)) {
        long samples = input.length().dividedBy(input.step());
        found.put(input, runs.observe(input, ruleFiles, background.series(samples)));
      } else {
        found.put(input, Observation.NOTHING);
      }
    }
  }

  private boolean othersMayFire(AlertRule subject, InputPlan input, List<Path> ruleFiles) {
    Set<String> fed = new HashSet<>();
    for (PlannedSeries series : input.series()) {
      fed.add(series.labels().metricName());
    }
    for (AlertRule other : book.alerts()) {
      boolean loaded = ruleFiles.contains(other.file());
      if (loaded
          && other != subject
          && (alwaysFiring.contains(other.name()) || reads(other, fed))) {
        return true;
      }
    }
    return false;
  }

  private boolean reads(AlertRule rule, Set<String> fed) {
    Set<String> own = metrics.computeIfAbsent(rule, r -> search.metrics(r.rule()));
    return own.contains(Search.ANY_METRIC) || own.stream().anyMatch(fed::contains);
  }
}
