package io.firedrill.capture;

import java.util.Optional;

/**
 * A request, read.
 *
 * @param content what it tells; empty for a step on the way, such as a search or a request for a
 *     token
 * @param reply how the service answers
 */
record Reading(Optional<Content> content, Reply reply) {

  static Reading of(Content content, Reply reply) {
    return new Reading(Optional.of(content), reply);
  }

  /** A step on the way to a notification. */
  static Reading step(Reply reply) {
    return new Reading(Optional.empty(), reply);
  }
}
