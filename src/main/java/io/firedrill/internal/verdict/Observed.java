package io.firedrill.internal.verdict;

import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a run of one scenario observed. Instants are virtual; durations are virtual and
 * count from the timeline's start.
 *
 * @param timeline the alerts' changes of state, and the notifications of the whole run
 * @param evaluations every instant at which rules were evaluated, in order
 * @param alertsAt for every {@code eval_time} of an {@code alert_rule_test}: the alerts that are
 *     pending or firing after the last evaluation at or before it
 * @param queries the answer to every {@code promql_expr_test}
 * @param alertStates every alert that was ever pending or firing
 * @param alertNames the names of all alerting rules that were loaded
 * @param receivers the names of all receivers of Alertmanager's configuration, and the kinds of
 *     each one's integrations; empty without an Alertmanager
 * @param failedRules the rules that could not be evaluated, each at the first time that it failed
 * @param ruleEvaluations when the rules of an alert were evaluated
 */
public record Observed(
    Timeline timeline,
    List<Instant> evaluations,
    Map<Duration, List<ActiveAlert>> alertsAt,
    Map<PromqlExpectation, QueryOutcome> queries,
    List<AlertPresence> alertStates,
    Set<String> alertNames,
    Map<String, Set<String>> receivers,
    List<FailedRule> failedRules,
    RuleEvaluations ruleEvaluations) {

  public Observed {
    evaluations = List.copyOf(evaluations);
    alertsAt = Map.copyOf(alertsAt);
    queries = Map.copyOf(queries);
    alertStates = List.copyOf(alertStates);
    alertNames = Set.copyOf(alertNames);
    receivers = Map.copyOf(receivers);
    failedRules = List.copyOf(failedRules);
  }

  /** Those of some evaluations that are of an alert's own rules; all of them if none are. */
  List<Instant> own(String alertname, List<Instant> some) {
    Set<Instant> rules = ruleEvaluations.of(alertname);
    List<Instant> own = some.stream().filter(rules::contains).toList();
    return own.isEmpty() ? some : own;
  }

  /** The same with the answers to a scenario's own questions. */
  public Observed answering(
      Map<Duration, List<ActiveAlert>> alerts, Map<PromqlExpectation, QueryOutcome> answers) {
    return new Observed(
        timeline,
        evaluations,
        alerts,
        answers,
        alertStates,
        alertNames,
        receivers,
        failedRules,
        ruleEvaluations);
  }

  /** The same with another timeline. */
  public Observed with(Timeline other) {
    return new Observed(
        other,
        evaluations,
        alertsAt,
        queries,
        alertStates,
        alertNames,
        receivers,
        failedRules,
        ruleEvaluations);
  }
}
