package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.prometheus.ReloadPlan.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReloadPlanTest {

  private static final Duration SECONDS_30 = Duration.ofSeconds(30);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration MINUTES_5 = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final List<Duration> ALL = List.of(MINUTE, DAY, MINUTES_5, HOUR);

  @Test
  void reloadsOnceASecondBeforeAStartLongAfter1970() {
    Instant start = Instant.parse("2026-03-02T08:00:00Z");

    assertThat(ReloadPlan.of(start, ALL).stages())
        .containsExactly(new Stage(start.minusSeconds(1), Set.copyOf(ALL)));
  }

  @Test
  void reloadsHalfTheShortestIntervalBeforeTheStart() {
    Instant start = Instant.parse("2026-03-02T08:00:00Z");

    assertThat(ReloadPlan.of(start, List.of(MINUTE, Duration.ofMillis(500))).firstReload())
        .isEqualTo(start.minusMillis(250));
  }

  @Test
  void loadsLongerIntervalsEarlierForAStartIn1970() {
    assertThat(ReloadPlan.of(Instant.EPOCH, ALL).stages())
        .containsExactly(
            new Stage(Instant.ofEpochSecond(-86_401), Set.of(DAY)),
            new Stage(Instant.ofEpochSecond(-3_601), Set.of(HOUR)),
            new Stage(Instant.ofEpochSecond(-301), Set.of(MINUTES_5)),
            new Stage(Instant.ofEpochSecond(-61), Set.of(MINUTE)));
  }

  @Test
  void loadsIntervalsTogetherIfOneReloadIsSufficient() {
    Duration seconds40 = Duration.ofSeconds(40);

    assertThat(ReloadPlan.of(Instant.EPOCH, List.of(seconds40, MINUTE)).stages())
        .containsExactly(new Stage(Instant.ofEpochSecond(-61), Set.of(seconds40, MINUTE)));
  }

  @Test
  void loadsShortIntervalsLateIfOnlyTheLongOnesReachBackBefore1970() {
    assertThat(ReloadPlan.of(Instant.ofEpochSecond(90), List.of(SECONDS_30, MINUTE, HOUR)).stages())
        .containsExactly(
            new Stage(Instant.ofEpochSecond(90 - 3_601), Set.of(HOUR)),
            new Stage(Instant.ofEpochSecond(89), Set.of(SECONDS_30, MINUTE)));
  }

  /**
   * Prometheus's arithmetic, with Go's division: the first evaluation of every group is at the
   * start.
   */
  @ParameterizedTest
  @ValueSource(
      longs = {
        -310_476_303_211L,
        -86_400_000,
        -60_000,
        -1,
        0,
        1,
        59_999,
        60_000,
        60_001,
        90_000,
        3_600_000,
        86_400_000,
        1_772_438_400_250L
      })
  void everyGroupsFirstEvaluationIsTheStart(long startMillis) {
    Instant start = Instant.ofEpochMilli(startMillis);

    for (Stage stage : ReloadPlan.of(start, ALL).stages()) {
      for (Duration interval : stage.intervals()) {
        for (long late : new long[] {0, 1, 999_999}) {
          long offset = Math.floorMod(startMillis * 1_000_000, interval.toNanos()) + late;
          assertThat(firstEvaluation(stage.at(), interval.toNanos(), offset))
              .as("%s from %s", interval, stage.at())
              .isEqualTo(startMillis * 1_000_000 + late);
        }
      }
    }
  }

  @Test
  void loadsEachIntervalEarlierForAStartBefore1970() {
    Instant start = Instant.parse("1960-02-29T12:34:56.789Z");

    assertThat(ReloadPlan.of(start, List.of(MINUTE, HOUR)).stages())
        .containsExactly(
            new Stage(start.minusSeconds(3_601), Set.of(HOUR)),
            new Stage(start.minusSeconds(61), Set.of(MINUTE)));
  }

  @Test
  void refusesAPlanWithoutGroups() {
    assertThatThrownBy(() -> ReloadPlan.of(Instant.EPOCH, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long firstEvaluation(Instant reload, long interval, long offset) {
    long now = EpochNanos.of(reload) - offset;
    return now - now % interval + offset + interval;
  }
}
