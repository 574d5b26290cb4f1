package io.firedrill.internal.alertmanager;

import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;

/** Something that Alertmanager recorded: {@code event.proto} in its sources. */
public sealed interface RecordedEvent {

  /** When: virtual time. */
  Instant time();

  /**
   * An alert.
   *
   * @param fingerprint the server's name for its labels, as a number
   * @param labels its labels
   * @param resolved whether it had resolved then
   */
  record Alert(String fingerprint, Labels labels, boolean resolved) {}

  /**
   * A group of alerts.
   *
   * @param key see {@link GroupKey}
   * @param receiver its receiver's name
   */
  record Group(String key, String receiver) {}

  /** An alert came that Alertmanager did not have. */
  record AlertCreated(Instant time, Alert alert) implements RecordedEvent {}

  /** An alert was put into a group, or was updated in it. */
  record AlertGrouped(Instant time, Alert alert, Group group) implements RecordedEvent {}

  /** A group removed a resolved alert after a flush. */
  record AlertResolved(Instant time, Alert alert, Group group) implements RecordedEvent {}

  /**
   * A flush left out an alert because of a silence.
   *
   * @param silence its ID
   */
  record SilenceMutedAlert(Instant time, Labels alert, String silence) implements RecordedEvent {}

  /**
   * A flush left out an alert because others inhibit it.
   *
   * @param inhibitors their fingerprints
   */
  record InhibitionMutedAlert(Instant time, Labels alert, List<String> inhibitors)
      implements RecordedEvent {}

  /**
   * A notification was sent.
   *
   * @param reason why, such as {@code FIRST_NOTIFICATION}
   * @param flush which flush of its group, from 1
   * @param integration the kind of integration
   * @param index which of the receiver's integrations of this kind, from 0
   * @param alerts its alerts
   */
  record Notified(
      Instant time,
      Group group,
      String reason,
      long flush,
      String integration,
      int index,
      List<Alert> alerts)
      implements RecordedEvent {}
}
