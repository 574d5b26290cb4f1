package io.firedrill.internal.receiver;

import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.relay.HttpResponse;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request, read.
 *
 * @param content what it tells
 * @param role what it is for
 * @param reply makes the service's answer, and with it what the service remembers. Asked once, and
 *     only if the request is answered as usual
 */
public record Reading(Content content, Role role, Supplier<HttpResponse> reply) {

  /** What a request is for. */
  public enum Role {
    /** It tells people something. */
    NOTIFICATION,
    /** It leads to a notification, as a search or a request for a token does. */
    STEP
  }

  static Reading of(Content content, HttpResponse reply) {
    return of(content, () -> reply);
  }

  static Reading of(Content content, Supplier<HttpResponse> reply) {
    return new Reading(content, Role.NOTIFICATION, reply);
  }

  /** A step on the way to a notification; nobody hears of it unless it fails. */
  static Reading step(Content content, Supplier<HttpResponse> reply) {
    return new Reading(content, Role.STEP, reply);
  }

  /** A step on the way to a notification about a group. */
  static Reading step(Group group, CapturedRequest request, HttpResponse reply) {
    return step(new Content(group, Optional.empty(), request.raw()), () -> reply);
  }
}
