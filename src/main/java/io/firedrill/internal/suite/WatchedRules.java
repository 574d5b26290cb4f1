package io.firedrill.internal.suite;

import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.WatchedRule;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The alerting rules that a scenario is about, and their values. */
final class WatchedRules {

  /** The maximum number of charts, because each takes time. */
  private static final int ASKED = 12;

  // Prometheus returns at most 11,000 points per series.
  private static final long POINTS = 10_000;

  private final Run run;
  private final PreparedFile file;
  private final Scenario scenario;
  private final Observed observed;

  WatchedRules(Run run, PreparedFile file, Scenario scenario, Observed observed) {
    this.run = run;
    this.file = file;
    this.scenario = scenario;
    this.observed = observed;
  }

  List<WatchedRule> find(RunSettings.Detail detail) {
    List<WatchedRule> rules = new ArrayList<>();
    run.files().stream()
        .flatMap(files -> files.groups().stream())
        .forEach(
            group ->
                group.rules().stream()
                    .filter(this::isWatched)
                    .forEach(
                        rule ->
                            rules.add(
                                watched(
                                    rule,
                                    group,
                                    rules.size() < ASKED ? detail : RunSettings.Detail.VERDICT))));
    return rules;
  }

  private boolean isWatched(Rule rule) {
    return rule.kind() == RuleStatus.Kind.ALERTING
        && (isNamed(rule.name())
            || observed.alertStates().stream().anyMatch(a -> isOf(rule, a.alert())));
  }

  private static boolean isOf(Rule rule, Labels alert) {
    return alert.get(Labels.ALERT_NAME).equals(Optional.of(rule.name()));
  }

  private boolean isNamed(String alert) {
    return scenario.alertTests().stream().anyMatch(t -> t.alertname().equals(alert))
        || scenario.alertStateTests().stream().anyMatch(t -> t.alertname().equals(alert))
        || scenario.notificationTests().stream()
            .flatMap(t -> t.expected().stream())
            .flatMap(WatchedRules::labels)
            .anyMatch(
                l -> l.containsKey(Labels.ALERT_NAME) && l.get(Labels.ALERT_NAME).matches(alert));
  }

  private static Stream<Map<String, ValueMatcher>> labels(ExpectedNotification expected) {
    return Stream.concat(
        Stream.of(expected.groupLabels()), expected.alerts().stream().map(a -> a.labels()));
  }

  private WatchedRule watched(Rule rule, RuleGroup group, RunSettings.Detail detail) {
    Optional<WatchedRule.Threshold> threshold = RuleThreshold.of(rule.expr());
    return new WatchedRule(
        rule.name(),
        rule.position(),
        rule.expr(),
        threshold,
        detail != RunSettings.Detail.PICTURE
            ? List.of()
            : threshold.map(t -> values(t.left(), step(group))).orElse(List.of()));
  }

  private Duration step(RuleGroup group) {
    Duration step = file.file().evaluationInterval();
    if (file.file().usesFiredrillKeys()) {
      step = group.interval().orElse(step);
    }
    return step.multipliedBy(1 + scenario.runLength().dividedBy(step) / POINTS);
  }

  /** If the server returns no values, the picture has no charts. */
  private List<Series> values(String expr, Duration step) {
    Instant start = scenario.start();
    try {
      QueryResult result =
          run.servers()
              .prometheus()
              .queryRange(expr, start, start.plus(scenario.runLength()), step);
      return result instanceof QueryResult.Matrix matrix
          ? matrix.ranges().stream().map(WatchedRules::series).toList()
          : List.of();
    } catch (PrometheusException e) {
      return List.of();
    }
  }

  private static Series series(QueryResult.Range range) {
    return new Series(
        range.labels(),
        range.points().stream()
            .filter(p -> p.value() instanceof QueryValue.Number)
            .map(p -> new Sample(p.time(), SampleValue.of(((QueryValue.Number) p.value()).value())))
            .toList());
  }
}
