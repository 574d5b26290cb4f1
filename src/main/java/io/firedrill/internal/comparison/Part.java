package io.firedrill.internal.comparison;

import java.util.Optional;

/**
 * One part of an alert or a notification that differs.
 *
 * @param aspect the kind of part
 * @param name its name in output: {@code firing}, {@code receiver}, {@code text}
 * @param base its value in the base; empty if absent. Times are virtual, relative to the start
 * @param head its value in the head; empty if absent
 * @param remark a remark about the two values, such as {@code 5m later}; or the empty string
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
