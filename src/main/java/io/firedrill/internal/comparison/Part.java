package io.firedrill.internal.comparison;

import java.util.Optional;

/**
 * One part of an alert or a notification that differs.
 *
 * @param aspect what kind of part it is
 * @param name its name for people: {@code firing}, {@code receiver}, {@code text}
 * @param base what it is in the base; empty where it is not there. Times are virtual, as offsets
 *     from the start
 * @param head what it is in the head; empty where it is not there
 * @param remark what else is to be said of the two: {@code 5m later}; or the empty string
 */
public record Part(
    Aspect aspect, String name, Optional<String> base, Optional<String> head, String remark) {

  static Part of(Aspect aspect, String name, Optional<String> base, Optional<String> head) {
    return new Part(aspect, name, base, head, "");
  }

  static Part of(Aspect aspect, String name, String base, String head) {
    return of(aspect, name, Optional.of(base), Optional.of(head));
  }
}
