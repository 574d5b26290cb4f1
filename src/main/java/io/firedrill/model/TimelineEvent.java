package io.firedrill.model;

import java.time.Instant;

/** An event at one virtual time. */
public sealed interface TimelineEvent {

  /** The virtual time of the event. */
  Instant time();

  /**
   * The state of an alert changed between the previous evaluation and this one.
   *
   * @param time the evaluation's timestamp
   * @param alert the alert's labels, including {@code alertname}
   * @param from the state before
   * @param to the state after
   */
  record AlertChanged(Instant time, Labels alert, AlertState from, AlertState to)
      implements TimelineEvent {}

  /** A notification arrived. */
  record Notified(Notification notification) implements TimelineEvent {
    @Override
    public Instant time() {
      return notification.time();
    }
  }

  /**
   * Alertmanager failed to send a notification, and may retry.
   *
   * @param notification the notification; its time is that of the attempt
   * @param failure the response, as text: {@code HTTP 503}
   */
  record Attempted(Notification notification, String failure) implements TimelineEvent {
    @Override
    public Instant time() {
      return notification.time();
    }
  }

  /**
   * Alertmanager gave up a notification: it will not retry it before the group is flushed again.
   *
   * @param time when it gave up
   * @param receiver the receiver's name in Alertmanager's configuration
   * @param integration the integration's kind, as Alertmanager names it
   * @param index which of the receiver's integrations of this kind, from 0
   * @param groupLabels the labels that the alerts were grouped by; empty up to Alertmanager 0.28,
   *     which does not report them
   * @param reason why, in Alertmanager's words
   */
  record NotificationFailed(
      Instant time,
      String receiver,
      String integration,
      int index,
      Labels groupLabels,
      String reason)
      implements TimelineEvent {}

  /**
   * A server warned about a configuration that it loaded.
   *
   * @param time when it loaded it; the start if that was before the start
   * @param server the server: {@code alertmanager}
   * @param message the server's words
   */
  record Warned(Instant time, String server, String message) implements TimelineEvent {}

  /**
   * An action of the test on Prometheus, Alertmanager or a receiver.
   *
   * @param time the time; slightly after everything else that was due at the time given in the test
   * @param kind the kind of action, named by the key in scenario files: {@code silence}, {@code
   *     stop}
   * @param text a description of the action
   */
  record Acted(Instant time, String kind, String text) implements TimelineEvent {}
}
