package io.firedrill.assertions;

import io.firedrill.internal.timeline.OtherTimeline;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.model.Timeline;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Checks the actual timeline and, if the servers may also behave in another way, the other
 * timeline.
 */
final class EachCase {

  private EachCase() {}

  /**
   * The check's failure, or a failure because the check holds for only one of the timelines.
   *
   * @param concerns whether another timeline can affect the check
   */
  static Optional<String> judge(
      Timeline timeline,
      Predicate<OtherTimeline> concerns,
      Function<Timeline, Optional<String>> check) {
    Optional<String> here = check.apply(timeline);
    for (OtherTimeline other : OtherTimeline.beside(timeline)) {
      if (concerns.test(other)) {
        if (other.timeline().isEmpty()) {
          return Optional.of(notYet(other));
        }
        Optional<String> there = check.apply(other.timeline().get());
        if (here.isPresent() != there.isPresent()) {
          return Optional.of(oneSided(other, here, there));
        }
      }
    }
    return here;
  }

  private static String notYet(OtherTimeline other) {
    return new FailureText("cannot be checked yet: " + other.cause())
        .hint("run the drill to " + other.here() + " first")
        .text();
  }

  private static String oneSided(
      OtherTimeline other, Optional<String> here, Optional<String> there) {
    String holds = here.isPresent() ? other.there() : other.here();
    String fails = here.isPresent() ? other.here() : other.there();
    String failure = here.or(() -> there).orElseThrow().lines().findFirst().orElse("");
    return new FailureText("holds in only one of two cases: " + other.cause())
        .line("at " + holds + ": holds")
        .line("at " + fails + ": " + failure)
        .hint(
            "expect a window that contains both, or let the group's alerts start at the same time")
        .text();
  }
}
