package io.firedrill.internal.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long Alertmanager remembers a notification, after which it sends it again: twice {@code
 * repeat_interval}, but no longer than {@code --data.retention}. What is older is forgotten every
 * 15 minutes.
 */
final class NotificationLog {

  /** Alertmanager's default, which Firedrill does not change. */
  static final Duration RETENTION = Duration.ofHours(120);

  private static final Duration FORGETTING = Duration.ofMinutes(15);

  private NotificationLog() {}

  /** How long it keeps a notification. */
  static Duration keeps(Duration repeat) {
    Duration twice = repeat.multipliedBy(2);
    return twice.compareTo(RETENTION) < 0 ? twice : RETENTION;
  }

  /** The first instant at which a notification of some time is forgotten. */
  static Instant keepsUntil(List<Instant> boots, Instant sent, Duration repeat) {
    Instant expiry = sent.plus(keeps(repeat));
    Instant boot =
        boots.stream().filter(b -> !b.isAfter(expiry)).max(Instant::compareTo).orElse(sent);
    long rounds = Duration.between(boot, expiry).minusNanos(1).dividedBy(FORGETTING) + 1;
    return boot.plus(FORGETTING.multipliedBy(rounds));
  }

  /** Whether it is forgotten before the repeat is due. */
  static boolean forgetsBefore(Duration repeat) {
    return RETENTION.compareTo(repeat) < 0;
  }
}
