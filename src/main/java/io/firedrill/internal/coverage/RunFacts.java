package io.firedrill.internal.coverage;

import io.firedrill.internal.source.Position;
import io.firedrill.model.Labels;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is known of a run that is over.
 *
 * @param timeline the alerts' changes of state, and the notifications
 * @param phases which rules and routes were loaded when, in order; at least one
 * @param evaluations every instant at which rules were evaluated
 * @param evaluationInterval the interval of rule groups that name none
 * @param externalLabels the labels that Prometheus adds to alerts
 * @param failedRules where the rules stand that could not be evaluated at some time
 * @param fedMetrics the names of the metrics that the test fed
 * @param inhibitions what Alertmanager said about alerts that were inhibited
 * @param mutes what Alertmanager said about groups that were muted
 */
public record RunFacts(
    Timeline timeline,
    List<Phase> phases,
    List<Instant> evaluations,
    Duration evaluationInterval,
    Labels externalLabels,
    Set<Position> failedRules,
    Set<String> fedMetrics,
    List<Inhibition> inhibitions,
    List<Mute> mutes) {

  /**
   * An alert was inhibited.
   *
   * @param time when Alertmanager said so
   * @param source the alert that inhibited it
   * @param target the alert
   */
  public record Inhibition(Instant time, Labels source, Labels target) {}

  /**
   * A group of alerts was muted.
   *
   * @param time when Alertmanager said so
   * @param interval the name of the time interval that muted it: within it, or out of it where it
   *     is an active one
   */
  public record Mute(Instant time, String interval) {}

  public RunFacts {
    phases = List.copyOf(phases);
    evaluations = List.copyOf(evaluations);
    failedRules = Set.copyOf(failedRules);
    fedMetrics = Set.copyOf(fedMetrics);
    inhibitions = List.copyOf(inhibitions);
    mutes = List.copyOf(mutes);
  }

  /** An alert as Alertmanager has it. */
  Labels sent(Labels alert) {
    return externalLabels.merge(alert);
  }
}
