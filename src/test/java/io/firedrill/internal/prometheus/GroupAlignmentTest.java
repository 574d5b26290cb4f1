package io.firedrill.internal.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GroupAlignmentTest {

  @ParameterizedTest
  @CsvSource({
    "SEPARATED, PT1M, 1970-01-01T00:00:00Z, 0",
    "LENGTH_PREFIXED, PT1M, 1970-01-01T00:00:00Z, 0",
    "SEPARATED, PT1H, 2026-03-02T08:10:00Z, 600000",
    "LENGTH_PREFIXED, PT1H, 2026-03-02T08:10:00.250Z, 600250",
    "SEPARATED, PT0.015S, 1969-12-31T23:59:59.999Z, 14",
  })
  void placesTheGroupAtTheStartsPhase(
      LabelHash hash, Duration interval, Instant start, long phaseMillis) {
    String path = GroupAlignment.to(hash, start).path("some group", interval, Slot.ONLY);

    assertThat(path).matches("rules/some group-0+-[A-Za-z0-9_-]{8}\\.yml");
    assertThat(hash.evaluationOffset(path, "some group", interval))
        .isBetween(
            Duration.ofMillis(phaseMillis), Duration.ofMillis(phaseMillis).plusNanos(999_999));
  }

  /** The longest interval in Prometheus's notation, in the narrowest slot. */
  @ParameterizedTest
  @EnumSource
  void alignsGroupsOfAnyInterval(LabelHash hash) {
    Instant start = Instant.parse("2026-03-02T08:00:00Z");
    Slot slot = Slot.part(999, 1000);
    for (long days : new long[] {1, 30, 90, 365, 3650, 106_751}) {
      Duration interval = Duration.ofDays(days);

      String path = GroupAlignment.to(hash, start).path("unit-12345", interval, slot);

      long phase = start.toEpochMilli() % interval.toMillis() * 1_000_000;
      assertThat(hash.evaluationOffset(path, "unit-12345", interval).toNanos())
          .as(path)
          .isBetween(phase + 999_000, phase + 999_999);
    }
  }

  /** Before 1970, evaluations must be exact to the nanosecond. */
  @ParameterizedTest
  @EnumSource
  void alignsGroupsToTheInstantItself(LabelHash hash) {
    Instant start = Instant.parse("1969-12-31T23:59:58.999Z");
    for (Duration interval :
        List.of(Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ofDays(106_751))) {
      String path = GroupAlignment.to(hash, start).path("unit-12345", interval, Slot.INSTANT);

      assertThat(hash.evaluationOffset(path, "unit-12345", interval).toMillis())
          .as(path)
          .isEqualTo(Math.floorMod(-1001L, interval.toMillis()));
      assertThat(hash.evaluationOffset(path, "unit-12345", interval).toNanos() % 1_000_000)
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesTimesFinerThanMilliseconds(LabelHash hash) {
    assertThatThrownBy(() -> GroupAlignment.to(hash, Instant.EPOCH.plusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a whole number of milliseconds: 1970-01-01T00:00:00.000000001Z");
    assertThatThrownBy(
            () -> GroupAlignment.to(hash, Instant.EPOCH).path("g", Duration.ZERO, Slot.ONLY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a positive number of milliseconds: PT0S");
  }

  @ParameterizedTest
  @EnumSource
  void ordersUnitsThatAreDueTogether(LabelHash hash) {
    Instant start = Instant.parse("2026-03-02T08:00:30Z");
    GroupAlignment alignment = GroupAlignment.to(hash, start);
    Duration interval = Duration.ofMinutes(1);

    List<Duration> lateness = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      String path = alignment.path("unit-" + i, interval, Slot.part(i, 7));
      lateness.add(hash.evaluationOffset(path, "unit-" + i, interval).minusSeconds(30));
    }

    assertThat(lateness).isSorted().doesNotHaveDuplicates();
    for (int i = 0; i < 7; i++) {
      long from = Math.max(1, (long) Math.ceil(i * 1e6 / 7));
      assertThat(lateness.get(i).toNanos()).isBetween(from, (i + 1) * 1_000_000L / 7);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "1, 1", "0, 0", "0, 1001"})
  void refusesSlotsThatAreNone(int index, int count) {
    assertThatThrownBy(() -> Slot.part(index, count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no slot " + index + " of " + count);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "1, 1", "0, 1000001"})
  void refusesSlotsBeyondTheMillisecond(long from, long to) {
    assertThatThrownBy(() -> new Slot(from, to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no slot from " + from + " to " + to);
  }
}
