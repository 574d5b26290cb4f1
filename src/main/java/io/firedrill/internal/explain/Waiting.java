package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Route.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The group of an alert has not been flushed since, but will be. */
final class Waiting {

  /** Comes before what a flush will do. */
  static final String AT_THAT_FLUSH = "; at that flush: ";

  private final Case one;
  private final Route route;
  private final List<GroupFlush> all;

  Waiting(Case one, Route.Path way) {
    this.one = one;
    this.route = way.route();
    this.all = one.flushes(way);
  }

  /**
   * Until when it waits; empty if no flush is due.
   *
   * @param isMeant the flushes that would send something
   * @param outcome what became of the alert there; empty if it was sent
   */
  Optional<String> text(
      Predicate<GroupFlush> isMeant,
      BiFunction<GroupFlush, List<GroupFlush>, Optional<String>> outcome) {
    Optional<GroupFlush> before =
        all.stream().filter(f -> one.isPast(f.time())).reduce((a, b) -> b);
    Optional<GroupFlush> next =
        all.stream()
            .filter(f -> !one.isPast(f.time()) && !f.time().isAfter(one.evidence().end()))
            .findFirst();
    if (next.isPresent()) {
      return next.filter(isMeant)
          .map(
              f ->
                  text(before, f.time())
                      + outcome.apply(f, all).map(o -> AT_THAT_FLUSH + o).orElse(""));
    }
    return due(before).filter(d -> d.isAfter(one.evidence().end())).map(due -> text(before, due));
  }

  /** After the end of the run. */
  private Optional<Instant> due(Optional<GroupFlush> before) {
    Optional<Instant> next =
        before.map(f -> f.time().plus(route.groupInterval())).filter(d -> !one.isPast(d));
    return next.isPresent()
        ? next
        : one.received().map(r -> r.startsAt().plus(route.groupWait())).filter(d -> !one.isPast(d));
  }

  private String text(Optional<GroupFlush> before, Instant due) {
    boolean isNext =
        before
            .map(f -> Duration.between(f.time(), due).compareTo(route.groupInterval()) <= 0)
            .orElse(false);
    return isNext
        ? "it waits for the next flush of the group (%s): due at %s"
            .formatted(TimingText.of(route, Timing.GROUP_INTERVAL), Due.text(one, due))
        : "the group waits for group_wait (%s): due at %s"
            .formatted(TimingText.length(route, Timing.GROUP_WAIT), Due.text(one, due));
  }
}
