package io.firedrill.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All events of one run, in an order that does not depend on the machine: by time, then actions,
 * servers' warnings, alerts, failed attempts, failed notifications and notifications, then by
 * labels and receiver. The order of events at the same virtual instant has no meaning, except that
 * of actions.
 */
public interface Timeline {

  /** The virtual time at which the test starts. */
  Instant start();

  /** The last virtual time of the run. */
  Instant end();

  /** The events, sorted. */
  List<TimelineEvent> events();

  /** The notifications, in order. */
  default List<Notification> notifications() {
    return events().stream()
        .flatMap(
            e -> e instanceof TimelineEvent.Notified n ? Stream.of(n.notification()) : Stream.of())
        .toList();
  }

  /** The failed attempts to notify, in order. */
  default List<TimelineEvent.Attempted> attempts() {
    return events().stream()
        .flatMap(e -> e instanceof TimelineEvent.Attempted a ? Stream.of(a) : Stream.of())
        .toList();
  }

  /** The notifications that Alertmanager gave up, in order. */
  default List<TimelineEvent.NotificationFailed> failedNotifications() {
    return events().stream()
        .flatMap(e -> e instanceof TimelineEvent.NotificationFailed f ? Stream.of(f) : Stream.of())
        .toList();
  }

  /** The servers' warnings about configurations, in order. */
  default List<TimelineEvent.Warned> serverWarnings() {
    return events().stream()
        .flatMap(e -> e instanceof TimelineEvent.Warned w ? Stream.of(w) : Stream.of())
        .toList();
  }

  /** The actions of the test, in order. */
  default List<TimelineEvent.Acted> actions() {
    return events().stream()
        .flatMap(e -> e instanceof TimelineEvent.Acted a ? Stream.of(a) : Stream.of())
        .toList();
  }

  /** The alerts' changes of state, in order. */
  default List<TimelineEvent.AlertChanged> alertChanges() {
    return events().stream()
        .flatMap(e -> e instanceof TimelineEvent.AlertChanged a ? Stream.of(a) : Stream.of())
        .toList();
  }
}
