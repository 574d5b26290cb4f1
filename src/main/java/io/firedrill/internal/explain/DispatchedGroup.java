package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.SentAlert;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One lifetime of a group: from its first alert to the flush at which all of them are resolved. */
final class DispatchedGroup {

  private final Route route;
  private final Instant begin;
  private final Optional<Instant> cause;
  private final Map<Labels, Instant> ends = new HashMap<>();
  private boolean oldAtFirst;
  private boolean youngAtFirst;
  private Instant oldest = Instant.MAX;

  /**
   * @param cause when Alertmanager was started or loaded routes, if this is the first lifetime
   *     since then
   */
  DispatchedGroup(Route route, Instant begin, Optional<Instant> cause) {
    this.route = route;
    this.begin = begin;
    this.cause = cause;
  }

  Instant begin() {
    return begin;
  }

  /** When Alertmanager was started or loaded routes, if that is why old alerts are new to it. */
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

  /** Whether another of its alerts could have started it with a different first flush. */
  boolean isUncertain() {
    return oldAtFirst && youngAtFirst && !route.groupWait().isZero();
  }

  boolean isAlive(Instant time) {
    return time.equals(begin) || end().isAfter(time);
  }

  /** The first flush at which all alerts are resolved, as currently known. */
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
