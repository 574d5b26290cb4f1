package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.SentAlert;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an Alertmanager was sent, and when it was started, which makes it forget all alerts. Safe
 * for use by several threads; all times are virtual.
 */
public final class ReceivedAlerts {

  /**
   * An alert as Alertmanager had it.
   *
   * @param time when it came
   * @param startsAt when it began to fire
   * @param endsAt when it was resolved, or counts as resolved unless it comes again
   */
  record Received(Instant time, Instant startsAt, Instant endsAt) {

    /** Whether it still fires for Alertmanager. */
    boolean isActive(Instant at) {
      return endsAt.isAfter(at);
    }

    /** Whether Prometheus said that it had ended. */
    boolean saysResolved() {
      return !endsAt.isAfter(time);
    }
  }

  private final Map<Labels, NavigableMap<Instant, Received>> alerts = new TreeMap<>();
  private final SortedSet<Instant> starts = new TreeSet<>();

  /** A request has arrived. */
  public synchronized void receive(List<SentAlert> sent, Instant time) {
    for (SentAlert alert : sent) {
      Optional<SentAlert> old =
          last(alert.labels(), time).map(r -> new SentAlert(alert.labels(), r.startsAt, r.endsAt));
      SentAlert merged = old.map(alert::mergedWith).orElse(alert);
      alerts
          .computeIfAbsent(alert.labels(), any -> new TreeMap<>())
          .put(time, new Received(time, merged.startsAt(), merged.endsAt()));
    }
  }

  /** The server was started again. */
  public synchronized void restart(Instant time) {
    starts.add(time);
  }

  /** All alerts that ever came. */
  synchronized List<Labels> all() {
    return List.copyOf(alerts.keySet());
  }

  /** When it was started again last, if it was. */
  synchronized Optional<Instant> started(Instant time) {
    SortedSet<Instant> before = starts.headSet(time.plusNanos(1));
    return before.isEmpty() ? Optional.empty() : Optional.of(before.last());
  }

  /** An alert as Alertmanager has it at an instant; empty if it never came or was forgotten. */
  synchronized Optional<Received> last(Labels alert, Instant time) {
    NavigableMap<Instant, Received> times =
        alerts.getOrDefault(alert, Collections.emptyNavigableMap());
    return Optional.ofNullable(times.floorEntry(time))
        .map(Map.Entry::getValue)
        .filter(r -> started(time).filter(s -> s.isAfter(r.time())).isEmpty());
  }

  /** Whether it fires for Alertmanager at an instant. */
  boolean isActive(Labels alert, Instant time) {
    return last(alert, time).filter(r -> r.isActive(time)).isPresent();
  }

  /** Every time that it came, in order. */
  synchronized List<Received> times(Labels alert) {
    return new ArrayList<>(alerts.getOrDefault(alert, new TreeMap<>()).values());
  }
}
