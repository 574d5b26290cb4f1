package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.explain.FiringTimes.Span;
import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Evaluations are a minute apart, from 0 to 6. */
class FiringTimesTest {

  private static final Labels ALERT = Labels.of("alertname", "Down", "team", "data");

  private final FiringTimes times =
      times(
          Map.of(
              minute(1), AlertState.PENDING,
              minute(2), AlertState.FIRING,
              minute(3), AlertState.FIRING,
              minute(5), AlertState.PENDING,
              minute(6), AlertState.FIRING));

  @Test
  void joinsEvaluationsToSpans() {
    assertThat(times.spans())
        .containsExactly(
            new Span(minute(2), Optional.of(minute(4))), new Span(minute(6), Optional.empty()));
    assertThat(times.pending())
        .containsExactly(
            new Span(minute(1), Optional.of(minute(2))),
            new Span(minute(5), Optional.of(minute(6))));
  }

  @Test
  void firesUpToTheEvaluationThatEndsIt() {
    assertThat(times.at(minute(2).minusMillis(1))).isFalse();
    assertThat(times.at(minute(2))).isTrue();
    assertThat(times.at(minute(4).minusMillis(1))).isTrue();
    assertThat(times.at(minute(4))).isFalse();
    assertThat(times.at(minute(60))).isTrue();
  }

  @Test
  void knowsTheSpansBeforeAndAfterAnInstant() {
    assertThat(times.last(minute(1))).isEmpty();
    assertThat(times.last(minute(2))).contains(times.spans().get(0));
    assertThat(times.last(minute(5))).contains(times.spans().get(0));
    assertThat(times.last(minute(6))).contains(times.spans().get(1));
    assertThat(times.next(minute(1))).contains(minute(2));
    assertThat(times.next(minute(2))).contains(minute(6));
    assertThat(times.next(minute(6))).isEmpty();
  }

  @Test
  void keepsItsOwnLabelsBesideExternalOnes() {
    assertThat(times.alert()).isEqualTo(ALERT);
    assertThat(times.sent())
        .isEqualTo(Labels.of("alertname", "Down", "team", "data", "cluster", "eu"));
  }

  @Test
  void isNeverPendingWithoutAFor() {
    assertThat(times(Map.of(minute(2), AlertState.FIRING)).pending()).isEmpty();
  }

  private static FiringTimes times(Map<Instant, AlertState> states) {
    List<Instant> evaluations = IntStream.rangeClosed(0, 6).mapToObj(i -> minute(i)).toList();
    return FiringTimes.of(
        new AlertPresence(ALERT, states),
        Labels.of("cluster", "eu", "team", "another"),
        evaluations);
  }

  private static Instant minute(int minute) {
    return Instant.EPOCH.plusSeconds(60L * minute);
  }
}
