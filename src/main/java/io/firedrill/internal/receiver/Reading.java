package io.firedrill.internal.receiver;

import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.relay.HttpResponse;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A decoded request.
 *
 * @param content its content
 * @param role its purpose
 * @param reply creates the service's answer and updates its state. Called once, and only if there
 *     is no fault
 */
public record Reading(Content content, Role role, Supplier<HttpResponse> reply) {

  /** The purpose of a request. */
  public enum Role {
    /** A notification. */
    NOTIFICATION,
    /** A request before a notification, such as a search or a request for a token. */
    STEP
  }

  static Reading of(Content content, HttpResponse reply) {
    return of(content, () -> reply);
  }

  static Reading of(Content content, Supplier<HttpResponse> reply) {
    return new Reading(content, Role.NOTIFICATION, reply);
  }

  /** A step before a notification; it is visible only if it fails. */
  static Reading step(Content content, Supplier<HttpResponse> reply) {
    return new Reading(content, Role.STEP, reply);
  }

  /** A step before a notification of a group. */
  static Reading step(Group group, CapturedRequest request, HttpResponse reply) {
    return step(new Content(group, Optional.empty(), request.raw()), () -> reply);
  }
}
