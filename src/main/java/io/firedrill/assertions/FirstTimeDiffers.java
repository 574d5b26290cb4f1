package io.firedrill.assertions;

import io.firedrill.internal.verdict.Stretch;
import io.firedrill.model.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alerts get into a state for the first time at another time than expected. */
final class FirstTimeDiffers {

  private FirstTimeDiffers() {}

  static Optional<String> check(AlertCourse course, AlertState state, Duration expected) {
    List<Stretch<Boolean>> stretches = course.stretches(state);
    Instant wanted = course.time().start().plus(expected);
    if (!stretches.isEmpty() && stretches.get(0).first().equals(wanted)) {
      return Optional.empty();
    }
    StateWords words = StateWords.of(state);
    String should =
        "expected %s first at %s, ".formatted(words.infinitive(), course.time().text(wanted));
    if (stretches.isEmpty()) {
      return Optional.of(
          course.failure(should + words.never(), course.whyNever(state, wanted), wanted, wanted));
    }
    Instant found = stretches.get(0).first();
    String does = words.present() + " first at " + course.time().text(found);
    return Optional.of(
        course.failure(
            should + does,
            found.isBefore(wanted)
                ? course.why(AlertState.INACTIVE, found)
                : course.why(state, wanted),
            found.isBefore(wanted) ? found : wanted,
            found.isBefore(wanted) ? wanted : found));
  }
}
