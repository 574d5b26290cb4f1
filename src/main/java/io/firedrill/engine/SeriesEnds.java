package io.firedrill.engine;

import io.firedrill.prometheus.MetricNames;
import io.firedrill.prometheus.MetricSelectors;
import io.firedrill.prometheus.Reach;
import io.firedrill.prometheus.Rule;
import io.firedrill.prometheus.RuleGroup;
import io.firedrill.prometheus.RuleStatus;
import io.firedrill.scenario.InputSeries;
import io.firedrill.scenario.Scenario;
import io.firedrill.source.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds series that end too early: an expression that a test looks at reads them by name, at a time
 * when it can no longer see their last sample. Where an expression says something because a series
 * is absent, nothing is found.
 */
final class SeriesEnds {

  private static final Set<String> ALERTS = Set.of("ALERTS", "ALERTS_FOR_STATE");

  private final List<Rule> rules;
  private final Scenario scenario;
  private final Map<String, Duration> looks = new HashMap<>();

  private SeriesEnds(List<RuleGroup> groups, Scenario scenario) {
    this.rules = groups.stream().flatMap(group -> group.rules().stream()).toList();
    this.scenario = scenario;
  }

  /**
   * The warnings.
   *
   * @param everyAlert whether the test is about all alerts, and not only those that it names
   */
  static List<Problem> warnings(
      List<RuleGroup> groups, Scenario scenario, Predicate<Scenario> everyAlert) {
    SeriesEnds ends = new SeriesEnds(groups, scenario);
    ends.look(everyAlert.test(scenario));
    return scenario.inputSeries().stream()
        .filter(series -> series.ending().isPresent() && ends.isMissed(series))
        .map(series -> series.ending().get())
        .distinct()
        .toList();
  }

  private void look(boolean everyAlert) {
    scenario.promqlTests().forEach(test -> look(test.expr(), test.evalTime()));
    scenario.alertTests().forEach(test -> lookAtAlert(test.alertname(), test.evalTime()));
    scenario.alertStateTests().forEach(test -> lookAtAlert(test.alertname(), test.to()));
    if (everyAlert) {
      lookAtAlerts(rule -> true, scenario.lastMentionedTime());
    }
  }

  private void lookAtAlert(String name, Duration time) {
    lookAtAlerts(rule -> rule.name().equals(name), time);
  }

  private void lookAtAlerts(Predicate<Rule> which, Duration time) {
    rules.stream()
        .filter(rule -> rule.kind() == RuleStatus.Kind.ALERTING)
        .filter(which)
        .forEach(rule -> look(rule.expr(), time));
  }

  /** An expression is looked at, and with it the rules that record what it reads. */
  private void look(String expr, Duration time) {
    Duration before = looks.get(expr);
    if (before != null && before.compareTo(time) >= 0) {
      return;
    }
    looks.put(expr, time);
    Set<String> names = MetricNames.in(expr);
    rules.stream()
        .filter(rule -> rule.kind() == RuleStatus.Kind.RECORDING && names.contains(rule.name()))
        .forEach(rule -> look(rule.expr(), time));
    if (names.stream().anyMatch(ALERTS::contains)) {
      lookAtAlerts(rule -> true, time);
    }
  }

  private boolean isMissed(InputSeries series) {
    Duration end = series.lastOffset(scenario.interval());
    return looks.entrySet().stream()
        .filter(look -> MetricNames.in(look.getKey()).contains(series.labels().metricName()))
        .filter(look -> MetricSelectors.of(look.getKey()).need() == MetricSelectors.Need.ALL)
        .anyMatch(
            look ->
                Reach.of(look.getKey())
                    .filter(reach -> end.plus(reach).compareTo(look.getValue()) <= 0)
                    .isPresent());
  }
}
