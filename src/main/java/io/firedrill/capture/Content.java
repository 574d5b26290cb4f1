package io.firedrill.capture;

import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.util.Optional;

/**
 * What a request tells.
 *
 * @param subject what it is about
 * @param message what a person reads, if a person reads it
 * @param request the request, without what was added to it
 */
record Content(Subject subject, Optional<Message> message, Notification.Request request) {}
