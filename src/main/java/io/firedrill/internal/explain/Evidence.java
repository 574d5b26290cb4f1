package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Labels;
import io.firedrill.model.TimelineEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The evidence of a run.
 *
 * @param observed what was observed
 * @param externalLabels the labels that Prometheus adds to alerts
 * @param routings the routes and other settings of notifications, by the time of their loading; at
 *     least one
 * @param looks the state of Alertmanager at some instants; empty if it was not running
 * @param servers what the servers did
 */
public record Evidence(
    Observed observed,
    Labels externalLabels,
    NavigableMap<Instant, Routing> routings,
    NavigableMap<Instant, Optional<AlertmanagerView>> looks,
    ServerRecord servers) {

  public Evidence {
    routings = Collections.unmodifiableNavigableMap(new TreeMap<>(routings));
    looks = Collections.unmodifiableNavigableMap(new TreeMap<>(looks));
  }

  /** The routing at an instant. */
  Routing routing(Instant time) {
    return routings.get(loaded(time));
  }

  /** When the routes of an instant were loaded. */
  Instant loaded(Instant time) {
    Instant last = routings.floorKey(time);
    return last == null ? routings.firstKey() : last;
  }

  /** The state of Alertmanager at an instant; empty if it was not running, or not asked then. */
  Optional<AlertmanagerView> view(Instant time) {
    return looks.getOrDefault(time, Optional.empty());
  }

  /** Whether the test did nothing to the servers between two instants, themselves included. */
  boolean isQuiet(Instant from, Instant to) {
    return observed.timeline().events().stream()
        .filter(TimelineEvent.Acted.class::isInstance)
        .noneMatch(e -> !e.time().isBefore(from) && !e.time().isAfter(to));
  }

  /** When Prometheus was started again, if it has not evaluated rules since. */
  Optional<Instant> startedSinceEvaluation(Instant time) {
    return Optional.ofNullable(servers.prometheusRuns().floorEntry(time))
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .filter(
            start ->
                observed.evaluations().stream()
                    .noneMatch(e -> !e.isBefore(start) && !e.isAfter(time)));
  }

  /** The last evaluation before an instant, or else the start. */
  Instant evaluationBefore(Instant time) {
    return observed.evaluations().stream()
        .filter(e -> e.isBefore(time))
        .reduce((a, b) -> b)
        .orElse(observed.timeline().start());
  }

  Instant end() {
    return observed.timeline().end();
  }
}
