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
 * The evidence of a run.
 *
 * @param observed what was observed
 * @param externalLabels the labels that Prometheus adds to alerts
 * @param routings the routes and other settings of notifications, by the time of their loading; at
 *     least one
 * @param looks the state of Alertmanager at some instants; empty if it was not running
 * @param mutes when a time interval muted a group, according to Alertmanager's log
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

  /** The routing at an instant. */
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
