package io.firedrill.internal.coverage;

import io.firedrill.internal.source.Position;
import io.firedrill.model.Labels;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What was observed in a completed run.
 *
 * @param timeline the alerts' changes of state, and the notifications
 * @param phases the rules and routes that were loaded, in chronological order; at least one
 * @param evaluations every instant at which rules were evaluated
 * @param evaluationInterval the interval of rule groups without their own
 * @param externalLabels the labels that Prometheus adds to alerts
 * @param failedRules the positions of rules that failed to evaluate at some time
 * @param fedMetrics the names of the metrics that the test fed
 * @param inhibitions the inhibited alerts that Alertmanager reported
 * @param mutes the muted groups that Alertmanager reported
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
   * An inhibited alert.
   *
   * @param time when Alertmanager reported it
   * @param source the alert that inhibited it
   * @param target the inhibited alert
   */
  public record Inhibition(Instant time, Labels source, Labels target) {}

  /**
   * A muted group of alerts.
   *
   * @param time when Alertmanager reported it
   * @param interval the name of the time interval that muted it: a mute time interval, or an active
   *     time interval outside of its times
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

  /** An alert with the labels that Alertmanager received. */
  Labels sent(Labels alert) {
    return externalLabels.merge(alert);
  }
}
