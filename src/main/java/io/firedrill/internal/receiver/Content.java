package io.firedrill.internal.receiver;

import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a request tells.
 *
 * @param subject what it is about
 * @param message what a person reads, if a person reads it; asked once the instant is over, since
 *     requests after it may belong to it
 * @param request the request, without what was added to it
 */
public record Content(
    Subject subject, Supplier<Optional<Message>> message, Notification.Request request) {

  Content(Subject subject, Optional<Message> message, Notification.Request request) {
    this(subject, () -> message, request);
  }
}
