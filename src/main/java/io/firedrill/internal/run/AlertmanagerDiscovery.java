package io.firedrill.internal.run;

import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.prometheus.PrometheusApi;
import io.firedrill.internal.prometheus.ReloadPlan;
import java.time.Duration;
import java.time.Instant;

/**
 * Ensures that Prometheus knows its Alertmanagers before the first evaluation: an alert that fires
 * earlier is dropped, and sent again only after minutes. A reload forgets them, up to Prometheus
 * 2.5x at least, and the discovery manager ({@code discovery/manager.go}) announces them again at
 * its next tick. It ticks every five seconds after the server's start, which is timed to have a
 * tick between the last reload and the first evaluation.
 */
final class AlertmanagerDiscovery {

  private static final Duration TICK = Duration.ofSeconds(5);

  private final Instant tick;
  private final Instant settled;

  private AlertmanagerDiscovery(Instant tick, Instant settled) {
    this.tick = tick;
    this.settled = settled;
  }

  /** The discovery after a plan's last reload. */
  static AlertmanagerDiscovery after(ReloadPlan plan) {
    Duration quarter = plan.lead().dividedBy(4);
    Instant tick = plan.lastReload().plus(quarter).plus(quarter);
    return new AlertmanagerDiscovery(tick, tick.plus(quarter));
  }

  /** The last instant, at or before another, from which the ticks come as needed. */
  Instant bootNotAfter(Instant latest) {
    long since = Duration.between(latest, tick).toNanos() % TICK.toNanos();
    return since == 0 ? latest : latest.minusNanos(TICK.toNanos() - since);
  }

  /** Waits, in virtual time, until Prometheus has discovered that many. */
  void await(VirtualClock clock, PrometheusApi prometheus, int alertmanagers) {
    if (alertmanagers == 0) {
      return;
    }
    clock.advanceTo(settled);
    if (prometheus.alertmanagers() < alertmanagers) {
      throw new DrillException("Prometheus has not found Alertmanager before the start", "");
    }
  }
}
