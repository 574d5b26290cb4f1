package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known about a run.
 *
 * @param observed what was observed
 * @param externalLabels the labels that Prometheus adds to alerts
 * @param routings the routes, and what else decides who is told, by the time of their loading; at
 *     least one
 * @param looks what Alertmanager said about itself at some instants; empty where it did not run
 * @param mutes when Alertmanager's log says that a group was not told of because of a time interval
 */
public record Evidence(
    Observed observed,
    Labels externalLabels,
    NavigableMap<Instant, Routing> routings,
    NavigableMap<Instant, Optional<AlertmanagerView>> looks,
    List<Instant> mutes) {

  public Evidence {
    routings = Collections.unmodifiableNavigableMap(new TreeMap<>(routings));
    looks = Collections.unmodifiableNavigableMap(new TreeMap<>(looks));
    mutes = List.copyOf(mutes);
  }

  /** What decides who is told at an instant. */
  Routing routing(Instant time) {
    return routings.get(loaded(time));
  }

  /** When the routes of an instant were loaded. */
  Instant loaded(Instant time) {
    Instant last = routings.floorKey(time);
    return last == null ? routings.firstKey() : last;
  }

  Instant end() {
    return observed.timeline().end();
  }
}
