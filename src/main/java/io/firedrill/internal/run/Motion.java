package io.firedrill.internal.run;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Moves a run's clock, and runs Prometheus's own timers on the way. */
final class Motion {

  private static final Duration DISCOVERY = Duration.ofMillis(5500);

  private final VirtualClock clock;
  private final Optional<Scraping> scraping;
  private Optional<Instant> discovery = Optional.empty();

  Motion(VirtualClock clock, Optional<Scraping> scraping) {
    this.clock = clock;
    this.scraping = scraping;
  }

  /**
   * After a start or reload, Prometheus finds its Alertmanagers at the next tick of its discovery
   * manager. It misses that tick unless the time stops there.
   */
  void stopForDiscovery(Instant now) {
    discovery = Optional.of(now.plus(DISCOVERY));
  }

  /**
   * Moves the time to an instant, unless that is in the past.
   *
   * @param nodes the running Prometheus servers
   */
  void to(Instant target, Collection<PrometheusNode> nodes) {
    if (discovery.isPresent() && target.isAfter(discovery.get())) {
      Instant first = discovery.get();
      discovery = Optional.empty();
      advance(first, nodes);
    }
    advance(target, nodes);
  }

  private void advance(Instant target, Collection<PrometheusNode> nodes) {
    try {
      // An action happens slightly after everything that was due, so the clock may be later.
      Instant to = target.isAfter(clock.now()) ? target : clock.now();
      scraping.ifPresent(s -> s.runUpTo(to, nodes));
      clock.advanceTo(to);
    } catch (ClockException e) {
      throw new DrillException(e.getMessage(), e.log(), e);
    }
  }
}
