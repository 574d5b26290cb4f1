package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.SentAlert;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One life of a group: from its first alert to the flush that finds all of them resolved. */
final class DispatchedGroup {

  private final Route route;
  private final Instant begin;
  private final Optional<Instant> cause;
  private final Map<Labels, Instant> ends = new HashMap<>();
  private boolean oldAtFirst;
  private boolean youngAtFirst;
  private Instant oldest = Instant.MAX;

  /**
   * @param cause when Alertmanager was started or loaded routes, where it is the first one since
   */
  DispatchedGroup(Route route, Instant begin, Optional<Instant> cause) {
    this.route = route;
    this.begin = begin;
    this.cause = cause;
  }

  Instant begin() {
    return begin;
  }

  /** When Alertmanager was started or loaded routes, where that is why old alerts are new to it. */
  Optional<Instant> cause() {
    return cause.filter(oldest::isBefore);
  }

  void insert(SentAlert alert, Instant time) {
    ends.put(alert.labels(), alert.endsAt());
    if (time.equals(begin)) {
      boolean isOld = alert.startsAt().plus(route.groupWait()).isBefore(time);
      oldAtFirst |= isOld;
      youngAtFirst |= !isOld;
      oldest = alert.startsAt().isBefore(oldest) ? alert.startsAt() : oldest;
    }
  }

  /** Whether any of its alerts could have begun it, and would have had it flushed otherwise. */
  boolean isUncertain() {
    return oldAtFirst && youngAtFirst && !route.groupWait().isZero();
  }

  boolean isAlive(Instant time) {
    return time.equals(begin) || end().isAfter(time);
  }

  /** The first flush that finds all alerts resolved, as things are. */
  Instant end() {
    Instant resolved = ends.values().stream().max(Instant::compareTo).orElse(begin);
    Instant first = oldAtFirst && !youngAtFirst ? begin : begin.plus(route.groupWait());
    if (!resolved.isAfter(first)) {
      return first;
    }
    Duration interval = route.groupInterval();
    long flushes = Duration.between(first, resolved).minusNanos(1).dividedBy(interval) + 1;
    return first.plus(interval.multipliedBy(flushes));
  }
}
