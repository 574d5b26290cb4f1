package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.DispatchLog;
import io.firedrill.internal.alertmanager.Integration;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One flush of a group: what was in the group, and what became of it.
 *
 * @param key Alertmanager's name of the group
 * @param number which flush since the group began or routes were loaded, from 1
 * @param time when: virtual time
 * @param until the next flush of the group, if there was one
 * @param route the group's route then
 * @param firing the alerts that fired
 * @param resolved the alerts that had resolved and were still in the group
 * @param suppressed why alerts were left out, for those that were
 * @param sent what each integration of the receiver got
 * @param failures what Alertmanager logged of notifications that failed
 */
record GroupFlush(
    String key,
    int number,
    Instant time,
    Optional<Instant> until,
    Route route,
    Set<Labels> firing,
    Set<Labels> resolved,
    Map<Labels, List<Suppressed>> suppressed,
    List<Sent> sent,
    List<DispatchLog.Failure> failures) {

  GroupFlush {
    firing = Set.copyOf(firing);
    resolved = Set.copyOf(resolved);
    suppressed = Map.copyOf(suppressed);
    sent = List.copyOf(sent);
    failures = List.copyOf(failures);
  }

  /**
   * What an integration got.
   *
   * @param cause why it should get a notification, if it should
   * @param before what Alertmanager remembered of the last notification
   * @param forgotten what it no longer remembered
   * @param notification what it got
   */
  record Sent(
      Integration integration,
      int index,
      FlushCause cause,
      Optional<FlushCause.Remembered> before,
      Optional<FlushCause.Remembered> forgotten,
      Optional<Notification> notification) {}

  boolean contains(Labels alert) {
    return firing.contains(alert) || resolved.contains(alert);
  }

  List<Suppressed> suppressed(Labels alert) {
    return suppressed.getOrDefault(alert, List.of());
  }
}
