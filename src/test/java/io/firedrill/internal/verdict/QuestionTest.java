package io.firedrill.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.source.Origin;
import io.firedrill.internal.timeline.RunTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionTest {

  @Test
  void looksAtTheEndOfTheSecondThatIsExpected() {
    assertThat(instants("PT90S", null, null, null, null, 10))
        .containsExactly(Instant.ofEpochSecond(90).plusMillis(999));
  }

  @Test
  void looksNoLaterThanTheRunGoes() {
    assertThat(instants("PT10M", null, null, null, null, 10)).containsExactly(minute(10));
    assertThat(instants("PT2H", null, null, null, null, 10)).containsExactly(minute(10));
  }

  @Test
  void looksAtTheEvaluationsOfTheWindowAndAtItsEnd() {
    assertThat(instants(null, "PT2M", "PT4M30S", null, null, 10))
        .containsExactly(minute(2), minute(3), minute(4), minute(4).plusSeconds(30));
  }

  @Test
  void takesTheWindowOfTheClaimWhereTheNotificationHasNone() {
    assertThat(instants(null, null, null, "PT8M", "PT1H", 10))
        .containsExactly(minute(8), minute(9), minute(10));
    assertThat(instants(null, "PT9M", null, "PT8M", null, 10))
        .containsExactly(minute(9), minute(10));
  }

  @Test
  void looksAtSomeOfManyEvaluations() {
    List<Instant> instants = instants(null, null, null, null, null, 250);

    assertThat(instants).hasSize(85).startsWith(minute(0), minute(3));
    assertThat(instants).endsWith(minute(249), minute(250));
  }

  private static List<Instant> instants(
      String at, String from, String to, String claimFrom, String claimTo, int minutes) {
    ExpectedNotification expected =
        new ExpectedNotification(
            duration(at),
            duration(from),
            duration(to),
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of(),
            new Origin.Listed(1, 1));
    Claim claim = new Claim("data", Optional.empty(), duration(claimFrom), duration(claimTo));
    List<Instant> evaluations =
        IntStream.rangeClosed(0, minutes).mapToObj(QuestionTest::minute).toList();
    Observed observed =
        new Observed(
            new RunTimeline(Instant.EPOCH, minute(minutes), List.of()),
            evaluations,
            Map.of(),
            Map.of(),
            List.of(),
            Set.of(),
            Map.of(),
            List.of(),
            RuleEvaluations.UNKNOWN);
    return new Question(claim, expected).instants(observed);
  }

  private static Instant minute(int minute) {
    return Instant.EPOCH.plusSeconds(60L * minute);
  }

  private static Optional<Duration> duration(String text) {
    return Optional.ofNullable(text).map(Duration::parse);
  }
}
