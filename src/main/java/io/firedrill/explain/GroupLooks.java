package io.firedrill.explain;

import io.firedrill.alertmanager.Route;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When Alertmanager looks at a group, worked out from its route's settings: {@code group_wait}
 * after the group's first alert, and then every {@code group_interval}. A group that has no alerts
 * left is given up, and the next alert begins a new one.
 *
 * @param lives the group's lives, in order
 */
record GroupLooks(List<Life> lives) {

  /** From the first alert up to the look that finds none; that look included. */
  record Life(Instant begin, Instant first, List<Instant> looks) {}

  static GroupLooks of(Route route, Labels group, Collection<FiringTimes> alerts, Instant until) {
    List<FiringTimes> members =
        alerts.stream().filter(a -> route.groupBy().groupLabels(a.sent()).equals(group)).toList();
    List<Life> lives = new ArrayList<>();
    Optional<Instant> begin = firstAfter(members, Instant.MIN);
    while (begin.isPresent() && !begin.get().isAfter(until)) {
      Instant first = begin.get().plus(route.groupWait());
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

  /** The life that the group is in at an instant. */
  Optional<Life> at(Instant time) {
    return lives.stream().filter(l -> !l.begin().isAfter(time)).reduce((a, b) -> b);
  }

  /** The first look after an instant. */
  Optional<Instant> after(Instant time) {
    return at(time).flatMap(l -> l.looks().stream().filter(t -> t.isAfter(time)).findFirst());
  }

  /** The last look at or before an instant. */
  Optional<Instant> before(Instant time) {
    return at(time)
        .flatMap(l -> l.looks().stream().filter(t -> !t.isAfter(time)).reduce((a, b) -> b));
  }
}
