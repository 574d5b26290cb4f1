package io.firedrill.assertions;

import io.firedrill.internal.verdict.Stretch;
import io.firedrill.model.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Alerts stop firing at another evaluation than expected. */
final class ResolutionDiffers {

  private ResolutionDiffers() {}

  static Optional<String> check(AlertCourse course, Duration expected) {
    Instant wanted = course.time().start().plus(expected);
    List<Stretch<Boolean>> stretches = course.stretches(AlertState.FIRING);
    List<Instant> ends = stretches.stream().flatMap(s -> course.end(s).stream()).toList();
    if (ends.contains(wanted)) {
      return Optional.empty();
    }
    String found =
        ends.isEmpty()
            ? stretches.isEmpty() ? "never fires" : "still fires at the end"
            : "was at "
                + ends.stream().map(course.time()::text).collect(Collectors.joining(" and at "));
    return Optional.of(
        course.failure(
            "expected to be resolved at %s, %s".formatted(course.time().text(wanted), found),
            stretches.isEmpty()
                ? course.whyNever(AlertState.FIRING, course.time().start())
                : course.why(AlertState.INACTIVE, wanted),
            wanted,
            wanted));
  }
}
