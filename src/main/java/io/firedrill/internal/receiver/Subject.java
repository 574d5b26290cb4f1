package io.firedrill.internal.receiver;

import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.util.Comparator;
import java.util.List;

/** The subject of a notification: the group itself, or a reference to it. */
public sealed interface Subject {

  /** The subject of a request whose group is unknown. */
  Group UNKNOWN = new Group(Notification.UNKNOWN, Labels.empty(), List.of());

  /**
   * A group of alerts.
   *
   * @param status {@code firing} or {@code resolved}
   * @param labels the labels that the alerts were grouped by
   * @param alerts the alerts, ordered by labels: Alertmanager's order depends on their arrival,
   *     which is random within one virtual instant
   */
  record Group(String status, Labels labels, List<NotifiedAlert> alerts) implements Subject {
    public Group {
      alerts = alerts.stream().sorted(Comparator.comparing(NotifiedAlert::labels)).toList();
    }
  }

  /**
   * A group whose data comes from a companion.
   *
   * @param text status, number of alerts and the first one's fingerprint
   */
  record Tag(String text) implements Subject {
    /** The text was too long for its tag. */
    public static final Tag CUT_OFF = new Tag("");
  }
}
