package io.firedrill.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message that Alertmanager sent to one integration of a receiver, as captured.
 *
 * @param time the virtual time at which the message arrived
 * @param receiver the receiver's name in Alertmanager's configuration
 * @param integration the integration's kind, as Alertmanager names it: {@code webhook}, {@code
 *     slack}
 * @param index which of the receiver's integrations of this kind, from 0
 * @param status {@code firing} or {@code resolved}, of the group; {@link #UNKNOWN} if the message
 *     cannot be attributed to a group: then there are no group labels and no alerts either
 * @param groupLabels the labels by which the alerts were grouped
 * @param alerts the alerts, ordered by labels
 * @param message the text that people read; empty for a webhook, which programs read
 * @param request the raw request
 */
public record Notification(
    Instant time,
    String receiver,
    String integration,
    int index,
    String status,
    Labels groupLabels,
    List<NotifiedAlert> alerts,
    Optional<Message> message,
    Request request) {

  /** The status where it cannot be told. */
  public static final String UNKNOWN = "unknown";

  /**
   * An alert within a notification.
   *
   * @param status {@code firing} or {@code resolved}
   * @param labels the alert's labels
   * @param annotations the alert's annotations, as Prometheus expanded them
   * @param startsAt when the alert began to fire
   * @param endsAt when it was resolved, or null while it fires
   */
  public record NotifiedAlert(
      String status,
      Labels labels,
      Map<String, String> annotations,
      Instant startsAt,
      @Nullable Instant endsAt) {}

  /**
   * The request as it arrived.
   *
   * @param path the request's path, without host
   * @param contentType the body's media type, or the empty string
   * @param body the body as text
   */
  public record Request(String path, String contentType, String body) {}

  public Notification {
    alerts = List.copyOf(alerts);
  }
}
