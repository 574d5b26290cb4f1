package io.firedrill.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One notification that Alertmanager sent to one integration of a receiver, as captured. */
public interface Notification {

  /** The status if it cannot be determined. */
  String UNKNOWN = "unknown";

  /** The virtual time at which it arrived. */
  Instant time();

  /** The receiver's name in Alertmanager's configuration. */
  String receiver();

  /** The integration's kind, as Alertmanager names it: {@code webhook}, {@code slack}. */
  String integration();

  /** The index among the receiver's integrations of this kind, from 0. */
  int index();

  /**
   * The group's status: {@code firing} or {@code resolved}; {@link #UNKNOWN} if the notification
   * cannot be attributed to a group: then there are no group labels and no alerts either.
   */
  String status();

  /** The labels that the alerts were grouped by. */
  Labels groupLabels();

  /** The alerts, ordered by labels. */
  List<NotifiedAlert> alerts();

  /** The human-readable text; empty for a webhook. */
  Optional<Message> message();

  /** The request as it arrived. */
  Request request();

  /** An alert within a notification. */
  interface NotifiedAlert {

    /** {@code firing} or {@code resolved}. */
    String status();

    /** The alert's labels. */
    Labels labels();

    /** The alert's annotations, expanded by Prometheus. */
    Map<String, String> annotations();

    /** The time at which the alert started to fire. */
    Instant startsAt();

    /** The time at which it was resolved, or null while it fires. */
    @Nullable Instant endsAt();
  }

  /** A request that was captured. */
  interface Request {

    /** The request's path, without host. */
    String path();

    /** The body's media type, or the empty string. */
    String contentType();

    /** The body as text. */
    String body();
  }
}
