package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedSilence;
import io.firedrill.internal.alertmanager.DispatchLog;
import io.firedrill.internal.alertmanager.DispatchLog.Flush;
import io.firedrill.internal.alertmanager.RecordedEvents;
import io.firedrill.internal.explain.ReceivedAlerts.Received;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the servers of a run did, in their own words. All times are virtual.
 *
 * @param received what Alertmanager was sent
 * @param log what it logged about its groups
 * @param events what it recorded; absent up to version 0.32, which records nothing
 * @param silences the silences that Alertmanager has at the end, expired ones included
 * @param memory how long it remembers notifications
 * @param prometheusRuns from when on a Prometheus ran, and from when on none did
 */
public record ServerRecord(
    ReceivedAlerts received,
    DispatchLog log,
    Optional<RecordedEvents> events,
    List<ViewedSilence> silences,
    NotificationLog memory,
    NavigableMap<Instant, Boolean> prometheusRuns) {

  public ServerRecord {
    silences = List.copyOf(silences);
    prometheusRuns = Collections.unmodifiableNavigableMap(new TreeMap<>(prometheusRuns));
  }

  /**
   * An alert as a flush found it: what came at the same instant may have come after it, which the
   * order of the log tells.
   */
  Optional<Received> at(Labels alert, Flush flush) {
    Optional<Received> last = received.last(alert, flush.time());
    return last.filter(r -> isAt(r, flush) && log.arrivedAfter(flush, alert)).isPresent()
        ? received.last(alert, last.get().time().minusNanos(1))
        : last;
  }

  /** The log has milliseconds. */
  private static boolean isAt(Received received, Flush flush) {
    return received.time().truncatedTo(ChronoUnit.MILLIS).equals(flush.time());
  }

  /** Since when no Prometheus is running at an instant; empty if one is. */
  Optional<Instant> prometheusDownSince(Instant time) {
    Map.Entry<Instant, Boolean> last = prometheusRuns.floorEntry(time);
    return last == null || last.getValue() ? Optional.empty() : Optional.of(last.getKey());
  }

  /** Whether Alertmanager was started after one instant, and no later than a second one. */
  boolean isStartedBetween(Instant from, Instant to) {
    return log.boots().stream().anyMatch(t -> t.isAfter(from) && !t.isAfter(to));
  }

  /** When the last Prometheus stopped from one instant on, and before a second one, if it did. */
  Optional<Instant> prometheusStoppedBetween(Instant from, Instant to) {
    return prometheusRuns.subMap(from, true, to, false).entrySet().stream()
        .filter(e -> !e.getValue())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
