package io.firedrill.assertions;

import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.Stretch;
import io.firedrill.model.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alerts get into a state more or less often than expected, including never. */
final class TimesDiffer {

  private TimesDiffer() {}

  static Optional<String> atLeastOnce(AlertCourse course, AlertState state) {
    StateWords words = StateWords.of(state);
    return course.stretches(state).isEmpty()
        ? Optional.of(
            course.failure(
                "expected " + words.infinitive() + " at least once, " + words.never(),
                course.whyNever(state, course.time().start())))
        : Optional.empty();
  }

  static Optional<String> check(AlertCourse course, AlertState state, int expected) {
    List<Stretch<Boolean>> stretches = course.stretches(state);
    if (stretches.size() == expected) {
      return Optional.empty();
    }
    StateWords words = StateWords.of(state);
    String should =
        expected == 0
            ? "expected never " + words.infinitive()
            : "expected " + words.infinitive() + " " + Counts.of(expected, "time");
    if (stretches.isEmpty()) {
      return Optional.of(
          course.failure(
              should + ", " + words.never(), course.whyNever(state, course.time().start())));
    }
    Instant first = stretches.get(0).first();
    String does =
        expected == 0
            ? words.present() + " first at " + course.time().text(first)
            : words.present() + " " + Counts.of(stretches.size(), "time");
    return Optional.of(
        course.failure(
            should + ", " + does,
            expected == 0 ? course.why(AlertState.INACTIVE, first) : List.of(),
            first,
            stretches.get(stretches.size() - 1).first()));
  }
}
