package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.prometheus.EvaluationPlan;
import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.source.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The specification of a run.
 *
 * @param options the options
 * @param tested the rules and routes
 * @param units the rule groups, in their order of evaluation
 * @param scraping the scrape jobs and targets; empty if samples are only fed
 * @param loader reads the files that are loaded during the run
 * @param tap sees the alerts that Prometheus sends
 */
public record RunSpec(
    RunOptions options,
    TestedFiles tested,
    List<EvaluationUnit> units,
    Optional<ScrapeSpec> scraping,
    FileLoader loader,
    AlertTap tap) {

  public RunSpec {
    // Prometheus takes its rule_query_offset from the configuration at its start, which is still
    // empty.
    Duration offset = scraping.flatMap(s -> s.config().ruleQueryOffset()).orElse(Duration.ZERO);
    units = units.stream().map(unit -> unit.lookingBack(offset)).toList();
  }

  /** Rules and routes; groups are evaluated in the order of the files. */
  public static RunSpec of(RunOptions options, TestedFiles tested) {
    return new RunSpec(
        options,
        tested,
        EvaluationPlan.byInterval(tested.groups(), options.evaluationInterval()),
        Optional.empty(),
        named -> TestedFiles.read(named, Trust.FULL, UnknownFields.REFUSED),
        AlertTap.OPEN);
  }

  /** The same with these rule groups. */
  public RunSpec withUnits(List<EvaluationUnit> others) {
    return new RunSpec(options, tested, others, scraping, loader, tap);
  }

  public RunSpec withScraping(Optional<ScrapeSpec> jobs) {
    return new RunSpec(options, tested, units, jobs, loader, tap);
  }

  /** The same with another reader of files. */
  public RunSpec withLoader(FileLoader other) {
    return new RunSpec(options, tested, units, scraping, other, tap);
  }

  /** The same with a tap. */
  public RunSpec withTap(AlertTap other) {
    return new RunSpec(options, tested, units, scraping, loader, other);
  }

  /** The virtual time of the first evaluation. */
  public Instant start() {
    return options.start();
  }

  /** The routes, or empty if only rules are tested. */
  public Optional<AlertmanagerConfig> alertmanager() {
    return tested.alertmanager();
  }
}
