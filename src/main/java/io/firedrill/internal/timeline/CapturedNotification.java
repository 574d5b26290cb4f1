package io.firedrill.internal.timeline;

import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A notification that a receiver's stand-in accepted. */
public record CapturedNotification(
    Instant time,
    String receiver,
    String integration,
    int index,
    String status,
    Labels groupLabels,
    List<NotifiedAlert> alerts,
    Optional<Message> message,
    Request request)
    implements Notification {

  public CapturedNotification {
    alerts = List.copyOf(alerts);
  }

  /** The same notification at another time. */
  public static CapturedNotification moved(Notification other, Instant time) {
    return new CapturedNotification(
        time,
        other.receiver(),
        other.integration(),
        other.index(),
        other.status(),
        other.groupLabels(),
        other.alerts(),
        other.message(),
        other.request());
  }
}
