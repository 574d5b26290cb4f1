package io.firedrill.internal.explain;

import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Why a flush sends a notification to an integration: {@code needsUpdate} in Alertmanager's {@code
 * notify} package.
 */
enum FlushCause {
  /** The first one, or the first since all alerts resolved. */
  FIRST_NOTIFICATION,
  /** Alerts fire that the last one did not say. */
  NEW_ALERTS_IN_GROUP,
  /** Alerts have resolved. */
  NEW_RESOLVED_ALERTS,
  /** All alerts have resolved. */
  ALL_ALERTS_RESOLVED,
  /** Nothing has changed, and the last one is older than {@code repeat_interval}. */
  REPEAT_INTERVAL_ELAPSED,
  /** Nothing has changed: there is none. */
  NOTHING;

  /**
   * What Alertmanager remembers of the last notification of a group to an integration.
   *
   * @param time when it was sent
   * @param firing the alerts that fired
   * @param resolved the alerts that had resolved
   */
  record Remembered(Instant time, Set<Labels> firing, Set<Labels> resolved) {}

  /** Whether the integration wants to know of resolved alerts. */
  enum Resolved {
    SENT,
    NOT_SENT
  }

  /** By Alertmanager's own name; empty if it is unknown. */
  static Optional<FlushCause> recorded(String reason) {
    return Arrays.stream(values()).filter(c -> c.name().equals(reason)).findFirst();
  }

  static FlushCause of(
      Optional<Remembered> last,
      Set<Labels> firing,
      Set<Labels> resolved,
      Resolved sends,
      Instant time,
      Duration repeat) {
    if (last.isEmpty()) {
      return firing.isEmpty() ? NOTHING : FIRST_NOTIFICATION;
    }
    Remembered entry = last.get();
    if (!entry.firing().containsAll(firing)) {
      return entry.firing().isEmpty() ? FIRST_NOTIFICATION : NEW_ALERTS_IN_GROUP;
    }
    if (firing.isEmpty()) {
      return entry.firing().isEmpty() ? NOTHING : ALL_ALERTS_RESOLVED;
    }
    if (sends == Resolved.SENT && !entry.resolved().containsAll(resolved)) {
      return NEW_RESOLVED_ALERTS;
    }
    return entry.time().isBefore(time.minus(repeat)) ? REPEAT_INTERVAL_ELAPSED : NOTHING;
  }
}
