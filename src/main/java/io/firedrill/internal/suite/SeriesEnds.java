package io.firedrill.internal.suite;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.MetricNames;
import io.firedrill.internal.promql.MetricSelectors;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Read;
import io.firedrill.internal.scenario.InputSeries;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds series that end too early: an expression of a test reads them by name, at a time when it
 * can no longer see their last sample. Expressions that return results for absent series are
 * ignored.
 */
final class SeriesEnds {

  private static final Set<String> ALERTS = Set.of("ALERTS", "ALERTS_FOR_STATE");

  private final List<Rule> rules;
  private final Scenario scenario;
  private final Duration lookback;
  private final Map<String, Duration> looks = new HashMap<>();

  private SeriesEnds(List<RuleGroup> groups, Scenario scenario, Duration lookback) {
    this.lookback = lookback;
    this.rules = groups.stream().flatMap(group -> group.rules().stream()).toList();
    this.scenario = scenario;
  }

  /**
   * The warnings.
   *
   * @param lookback for how long Prometheus sees a sample
   * @param everyAlert whether the test has expectations about all alerts, not only those that it
   *     names
   */
  static List<Problem> warnings(
      List<RuleGroup> groups,
      Scenario scenario,
      Duration lookback,
      Predicate<Scenario> everyAlert) {
    SeriesEnds ends = new SeriesEnds(groups, scenario, lookback);
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

  /** Adds an expression, and the rules that record what it reads. */
  private void look(String expr, Duration time) {
    Duration before = looks.get(expr);
    if (before != null && before.compareTo(time) >= 0) {
      return;
    }
    looks.put(expr, time);
    Set<String> names = Promql.tryParse(expr).map(MetricNames::of).orElse(Set.of());
    rules.stream()
        .filter(rule -> rule.kind() == RuleStatus.Kind.RECORDING && names.contains(rule.name()))
        .forEach(rule -> look(rule.expr(), time));
    if (names.stream().anyMatch(ALERTS::contains)) {
      lookAtAlerts(rule -> true, time);
    }
  }

  private boolean isMissed(InputSeries series) {
    String metric = series.labels().metricName();
    Duration end = series.lastOffset(scenario.interval());
    return looks.entrySet().stream().anyMatch(l -> misses(l.getKey(), l.getValue(), metric, end));
  }

  /** Whether an expression reads a metric at a time when it can no longer see its samples. */
  private boolean misses(String text, Duration look, String metric, Duration end) {
    Optional<Expr> expr = Promql.tryParse(text);
    if (expr.isEmpty()
        || MetricSelectors.of(text).need() == MetricSelectors.Need.ANY
        || expr.get().all().stream().anyMatch(SeriesEnds::isAboutAbsence)) {
      return false;
    }
    List<Read> reads =
        Read.of(expr.get(), lookback).stream()
            .filter(read -> read.selector().metric().filter(metric::equals).isPresent())
            .toList();
    return !reads.isEmpty()
        && reads.stream()
            .allMatch(
                read -> read.anchor().isEmpty() && end.plus(read.oldest()).compareTo(look) <= 0);
  }

  private static boolean isAboutAbsence(Expr expr) {
    return expr instanceof FunctionCall call && call.function().name().startsWith("absent");
  }
}
