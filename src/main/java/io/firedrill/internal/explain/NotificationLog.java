package io.firedrill.internal.explain;

import io.firedrill.internal.settings.ServerFlags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long Alertmanager remembers a notification, after which it sends it again: twice {@code
 * repeat_interval}, but no longer than {@code --data.retention}. What is older is forgotten every
 * 15 minutes.
 *
 * @param retention {@code --data.retention}
 * @param maintenance the interval at which it forgets: {@code --data.maintenance-interval}
 */
public record NotificationLog(Duration retention, Duration maintenance) {

  /** Alertmanager's defaults. */
  static final NotificationLog STANDARD = of(ServerFlags.NONE);

  /** That of an Alertmanager with these flags. */
  public static NotificationLog of(ServerFlags flags) {
    return new NotificationLog(
        flags.alertmanagerDuration("data.retention").orElse(Duration.ofHours(120)),
        flags
            .alertmanagerDuration("data.maintenance-interval")
            .filter(interval -> !interval.isZero())
            .orElse(Duration.ofMinutes(15)));
  }

  /** How long it keeps a notification. */
  Duration keeps(Duration repeat) {
    Duration twice = repeat.multipliedBy(2);
    return twice.compareTo(retention) < 0 ? twice : retention;
  }

  /** The first instant at which a notification of some time is forgotten. */
  Instant keepsUntil(List<Instant> boots, Instant sent, Duration repeat) {
    Instant expiry = sent.plus(keeps(repeat));
    Instant boot =
        boots.stream().filter(b -> !b.isAfter(expiry)).max(Instant::compareTo).orElse(sent);
    long rounds = Duration.between(boot, expiry).minusNanos(1).dividedBy(maintenance) + 1;
    return boot.plus(maintenance.multipliedBy(rounds));
  }

  /** Whether it is forgotten before the repeat is due. */
  boolean forgetsBefore(Duration repeat) {
    return retention.compareTo(repeat) < 0;
  }
}
