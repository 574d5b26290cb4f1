package io.firedrill.engine;

import io.firedrill.alertmanager.AlertmanagerConfig;
import io.firedrill.model.Labels;
import io.firedrill.prometheus.EvaluationUnit;
import io.firedrill.prometheus.UnknownFields;
import io.firedrill.scenario.Replicas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a drill runs.
 *
 * @param start the virtual time of the first evaluation, from 1970 on, in whole milliseconds
 * @param evaluationInterval the step of subqueries that name none
 * @param units the rule groups, in their order of evaluation
 * @param externalLabels Prometheus's external labels
 * @param externalUrl Prometheus's external URL, or the empty string
 * @param alertmanager the routes, or empty to test rules alone
 * @param replicas how many servers of each kind
 * @param scraping the scrape jobs and targets, or empty where samples are fed alone
 * @param unknownFields what becomes of unknown keys in rule files that are loaded in mid-run
 * @param progressLimit how long, in wall-clock time, nothing may settle before the drill fails
 */
public record RunSpec(
    Instant start,
    Duration evaluationInterval,
    List<EvaluationUnit> units,
    Labels externalLabels,
    String externalUrl,
    Optional<AlertmanagerConfig> alertmanager,
    Replicas replicas,
    Optional<ScrapeSpec> scraping,
    UnknownFields unknownFields,
    Duration progressLimit) {
  public RunSpec {
    // Prometheus takes its rule_query_offset from what it was booted with, which is nothing yet.
    Duration offset = scraping.flatMap(s -> s.config().ruleQueryOffset()).orElse(Duration.ZERO);
    units = units.stream().map(unit -> unit.lookingBack(offset)).toList();
  }

  /** What a drill runs on one server of each kind. */
  public RunSpec(
      Instant start,
      Duration evaluationInterval,
      List<EvaluationUnit> units,
      Labels externalLabels,
      String externalUrl,
      Optional<AlertmanagerConfig> alertmanager,
      Duration progressLimit) {
    this(
        start,
        evaluationInterval,
        units,
        externalLabels,
        externalUrl,
        alertmanager,
        Replicas.NONE,
        Optional.empty(),
        UnknownFields.REFUSED,
        progressLimit);
  }

  /** The same with other rules. */
  RunSpec withUnits(List<EvaluationUnit> others) {
    return new RunSpec(
        start,
        evaluationInterval,
        others,
        externalLabels,
        externalUrl,
        alertmanager,
        replicas,
        scraping,
        unknownFields,
        progressLimit);
  }
}
