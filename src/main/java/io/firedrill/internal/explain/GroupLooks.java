package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When Alertmanager flushes a group, calculated from its route's settings: {@code group_wait} after
 * the group's first alert, and then every {@code group_interval}. A group without alerts is
 * removed, and the next alert starts a new one. Groups start again when routes are loaded; they are
 * then flushed at once for an alert that is older than {@code group_wait} ({@code insert} in
 * Alertmanager's {@code dispatch/dispatch.go}).
 *
 * @param lives the group's lifetimes, in order
 */
record GroupLooks(List<Life> lives) {

  /** From the first alert to the flush without alerts, inclusive. */
  record Life(Instant begin, Instant first, List<Instant> looks) {}

  /**
   * Works them out.
   *
   * @param loaded when the routes were loaded
   */
  static GroupLooks of(
      Route route, Labels group, Collection<FiringTimes> alerts, Instant loaded, Instant until) {
    List<FiringTimes> members =
        alerts.stream().filter(a -> route.groupBy().groupLabels(a.sent()).equals(group)).toList();
    List<Life> lives = new ArrayList<>();
    boolean waited =
        members.stream()
            .filter(m -> m.at(loaded))
            .flatMap(m -> m.last(loaded).stream())
            .anyMatch(span -> span.begin().plus(route.groupWait()).isBefore(loaded));
    Optional<Instant> begin =
        anyFires(members, loaded) ? Optional.of(loaded) : firstAfter(members, loaded);
    while (begin.isPresent() && !begin.get().isAfter(until)) {
      boolean atOnce = waited && begin.get().equals(loaded);
      Instant first = atOnce ? loaded : begin.get().plus(route.groupWait());
      List<Instant> looks = new ArrayList<>();
      Instant look = first;
      looks.add(look);
      while (!look.isAfter(until) && anyFires(members, look)) {
        look = look.plus(route.groupInterval());
        looks.add(look);
      }
      lives.add(new Life(begin.get(), first, looks));
      begin = firstAfter(members, look);
    }
    return new GroupLooks(lives);
  }

  private static boolean anyFires(List<FiringTimes> members, Instant time) {
    return members.stream().anyMatch(m -> m.at(time));
  }

  private static Optional<Instant> firstAfter(List<FiringTimes> members, Instant time) {
    return members.stream().flatMap(m -> m.next(time).stream()).min(Instant::compareTo);
  }

  /** The lifetime of the group at an instant. */
  Optional<Life> at(Instant time) {
    return lives.stream().filter(l -> !l.begin().isAfter(time)).reduce((a, b) -> b);
  }

  /** The first flush after an instant. */
  Optional<Instant> after(Instant time) {
    return at(time).flatMap(l -> l.looks().stream().filter(t -> t.isAfter(time)).findFirst());
  }

  /** The last flush at or before an instant. */
  Optional<Instant> before(Instant time) {
    return at(time)
        .flatMap(l -> l.looks().stream().filter(t -> !t.isAfter(time)).reduce((a, b) -> b));
  }
}
