package io.firedrill.internal.run;

import io.firedrill.internal.scenario.Replicas;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;

/**
 * How servers run rules and routes. Durations and instants are virtual, except the limit.
 *
 * @param start the time of the first evaluation, in whole milliseconds
 * @param evaluationInterval the interval of rule groups, and the step of subqueries, without their
 *     own
 * @param externalLabels Prometheus's external labels
 * @param externalUrl Prometheus's external URL, or the empty string
 * @param replicas the number of servers of each kind
 * @param flags the flags of the servers
 * @param progressLimit the limit for settling, in real time, after which the run fails
 */
public record RunOptions(
    Instant start,
    Duration evaluationInterval,
    Labels externalLabels,
    String externalUrl,
    Replicas replicas,
    ServerFlags flags,
    Duration progressLimit) {

  /**
   * A start at 1970-01-01T00:00:00Z, an interval of a minute, one server of each kind, and a limit
   * of 30 s.
   */
  public static final RunOptions STANDARD =
      new RunOptions(
          Instant.EPOCH,
          Duration.ofMinutes(1),
          Labels.empty(),
          "",
          Replicas.NONE,
          ServerFlags.NONE,
          Duration.ofSeconds(30));

  public RunOptions withStart(Instant time) {
    return new RunOptions(
        time, evaluationInterval, externalLabels, externalUrl, replicas, flags, progressLimit);
  }

  public RunOptions withEvaluationInterval(Duration interval) {
    return new RunOptions(
        start, interval, externalLabels, externalUrl, replicas, flags, progressLimit);
  }

  public RunOptions withExternalLabels(Labels labels) {
    return new RunOptions(
        start, evaluationInterval, labels, externalUrl, replicas, flags, progressLimit);
  }

  public RunOptions withExternalUrl(String url) {
    return new RunOptions(
        start, evaluationInterval, externalLabels, url, replicas, flags, progressLimit);
  }

  public RunOptions withReplicas(Replicas servers) {
    return new RunOptions(
        start, evaluationInterval, externalLabels, externalUrl, servers, flags, progressLimit);
  }

  public RunOptions withFlags(ServerFlags set) {
    return new RunOptions(
        start, evaluationInterval, externalLabels, externalUrl, replicas, set, progressLimit);
  }

  public RunOptions withProgressLimit(Duration wall) {
    return new RunOptions(
        start, evaluationInterval, externalLabels, externalUrl, replicas, flags, wall);
  }
}
