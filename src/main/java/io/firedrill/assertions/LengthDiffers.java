package io.firedrill.assertions;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.Stretch;
import io.firedrill.model.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Alerts are in a state never, or several times, or for another time than expected. */
final class LengthDiffers {

  private LengthDiffers() {}

  static Optional<String> check(AlertCourse course, AlertState state, Duration expected) {
    List<Stretch<Boolean>> stretches = course.stretches(state);
    if (stretches.size() == 1 && course.length(stretches.get(0)).equals(Optional.of(expected))) {
      return Optional.empty();
    }
    StateWords words = StateWords.of(state);
    String should =
        "expected %s once, for %s, "
            .formatted(words.infinitive(), PrometheusDuration.format(expected));
    Instant start = course.time().start();
    if (stretches.isEmpty()) {
      return Optional.of(
          course.failure(
              should + words.never(), course.whyNever(state, start), start, start.plus(expected)));
    }
    Stretch<Boolean> last = stretches.get(stretches.size() - 1);
    String times = stretches.size() == 1 ? "" : stretches.size() + " times, ";
    String does =
        words.present()
            + " "
            + times
            + stretches.stream().map(s -> length(course, s)).collect(Collectors.joining(" and "));
    return Optional.of(
        course.failure(
            should + does,
            why(course, state, stretches.get(0), expected),
            stretches.get(0).first(),
            course.end(last).orElse(last.last())));
  }

  /** Why it ended, or why it did not end in time. */
  private static List<String> why(
      AlertCourse course, AlertState state, Stretch<Boolean> stretch, Duration expected) {
    Optional<Instant> end = course.end(stretch);
    Instant due = stretch.first().plus(expected);
    return end.filter(e -> !e.isAfter(due)).isPresent()
        ? course.why(state, end.get())
        : course.why(AlertState.INACTIVE, due);
  }

  private static String length(AlertCourse course, Stretch<Boolean> stretch) {
    return course
        .length(stretch)
        .map(length -> "for " + PrometheusDuration.format(length))
        .orElseGet(() -> "from " + course.time().text(stretch.first()) + " to the end");
  }
}
