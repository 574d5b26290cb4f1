package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import java.time.Duration;
import java.util.Optional;

/**
 * When a notification may arrive, in virtual time since the start. Fractions of a second depend on
 * the machine, so a bound in whole seconds covers its whole second.
 */
record ArrivalTime(Optional<Duration> from, Optional<Duration> to) {

  static ArrivalTime of(ExpectedNotification expected) {
    Optional<Duration> at = expected.at().map(VirtualTime::floor);
    return new ArrivalTime(at.or(expected::from), at.or(expected::to));
  }

  boolean contains(Duration arrival) {
    boolean tooEarly = from.filter(f -> arrival.compareTo(f) < 0).isPresent();
    boolean tooLate = to.filter(t -> cut(arrival, t).compareTo(t) > 0).isPresent();
    return !tooEarly && !tooLate;
  }

  Optional<String> text(VirtualTime time) {
    if (from.isPresent() && from.equals(to)) {
      return from.map(time::text);
    }
    if (from.isPresent() && to.isPresent()) {
      return Optional.of(time.text(from.get()) + " to " + time.text(to.get()));
    }
    return from.map(f -> time.text(f) + " or later")
        .or(() -> to.map(t -> time.text(t) + " or earlier"));
  }

  private static Duration cut(Duration arrival, Duration bound) {
    boolean whole = VirtualTime.floor(bound).equals(bound);
    return whole ? VirtualTime.floor(arrival) : arrival;
  }
}
