package io.firedrill.internal.receiver;

import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The content of a request.
 *
 * @param subject the group of alerts
 * @param message the text that people read, if any; called when the instant is over, because later
 *     requests may belong to it
 * @param request the request without additions of Firedrill
 */
public record Content(
    Subject subject, Supplier<Optional<Message>> message, Notification.Request request) {

  Content(Subject subject, Optional<Message> message, Notification.Request request) {
    this(subject, () -> message, request);
  }
}
