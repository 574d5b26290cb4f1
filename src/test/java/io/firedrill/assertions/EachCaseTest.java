package io.firedrill.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.timeline.OtherTimeline;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EachCaseTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Timeline OTHER = new RunTimeline(START, START.plusSeconds(1), List.of());

  private static Timeline beside(Optional<Timeline> other) {
    return new RunTimeline(
        START,
        START,
        List.of(),
        List.of(new OtherTimeline("ops", "it is open", "1m", "2m", other)));
  }

  @Test
  void whatHoldsInBothCasesHolds() {
    Timeline timeline = beside(Optional.of(OTHER));

    assertThat(EachCase.judge(timeline, other -> true, t -> Optional.empty())).isEmpty();
    assertThat(EachCase.judge(timeline, other -> true, t -> Optional.of("no"))).contains("no");
  }

  @Test
  void whatHoldsInOneOfThemFailsAndSaysIn() {
    Timeline timeline = beside(Optional.of(OTHER));
    String hint =
        "\n  hint: expect a window that contains both, or let the group's alerts start at the same time";

    assertThat(EachCase.judge(timeline, o -> true, t -> t == OTHER ? no() : Optional.empty()))
        .contains(
            "holds in only one of two cases: it is open\n  at 1m: holds\n  at 2m: not this" + hint);
    assertThat(EachCase.judge(timeline, o -> true, t -> t == OTHER ? Optional.empty() : no()))
        .contains(
            "holds in only one of two cases: it is open\n  at 2m: holds\n  at 1m: not this" + hint);
  }

  @Test
  void whatIsNotKnownYetFails() {
    Timeline timeline = beside(Optional.empty());

    assertThat(EachCase.judge(timeline, other -> true, t -> Optional.empty()))
        .contains("cannot be checked yet: it is open\n  hint: run the drill to 1m first");
  }

  @Test
  void whatIsAboutSomethingElseIsJudgedOnce() {
    assertThat(
            EachCase.judge(
                beside(Optional.of(OTHER)),
                other -> other.receiver().equals("data"),
                t -> t == OTHER ? no() : Optional.empty()))
        .isEmpty();
  }

  private static Optional<String> no() {
    return Optional.of("not this\nin full");
  }
}
