package io.firedrill.model;

import java.time.Instant;

/** Something that happened at one virtual time. */
public sealed interface TimelineEvent {

  /** When it happened: virtual time. */
  Instant time();

  /**
   * An alert was in another state after this evaluation than after the one before.
   *
   * @param time the evaluation's timestamp
   * @param alert the alert's labels, {@code alertname} included
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
   * Alertmanager tried to send a notification, and failed: it will try again.
   *
   * @param notification what it tried to send; its time is that of the attempt
   * @param failure what it was answered, for people: {@code HTTP 503}
   */
  record Attempted(Notification notification, String failure) implements TimelineEvent {
    @Override
    public Instant time() {
      return notification.time();
    }
  }

  /**
   * Something was done to Prometheus, Alertmanager or a receiver, as the test asked for.
   *
   * @param time when; lies a little after what was due at the time that the test named
   * @param kind what kind of action, in the words of scenario files: {@code silence}, {@code stop}
   * @param text what was done, for people
   */
  record Acted(Instant time, String kind, String text) implements TimelineEvent {}
}
