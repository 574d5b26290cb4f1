package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationLogTest {

  private static final Instant BOOT = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void keepsForTwiceTheRepeatInterval() {
    assertThat(until(BOOT.plusSeconds(60), Duration.ofHours(4)))
        .isEqualTo(Instant.parse("2026-01-01T08:15:00Z"));
    assertThat(until(BOOT, Duration.ofHours(4))).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
  }

  @Test
  void keepsForNoLongerThanTheRetention() {
    assertThat(until(BOOT.plusSeconds(60), Duration.ofDays(7)))
        .isEqualTo(Instant.parse("2026-01-06T00:15:00Z"));
    assertThat(NotificationLog.forgetsBefore(Duration.ofDays(7))).isTrue();
    assertThat(NotificationLog.forgetsBefore(Duration.ofDays(5))).isFalse();
  }

  @Test
  void countsFromTheLastStart() {
    Instant second = BOOT.plus(Duration.ofMinutes(7));
    assertThat(
            NotificationLog.keepsUntil(
                List.of(BOOT, second), BOOT.plusSeconds(60), Duration.ofHours(4)))
        .isEqualTo(Instant.parse("2026-01-01T08:07:00Z"));
  }

  private static Instant until(Instant sent, Duration repeat) {
    return NotificationLog.keepsUntil(List.of(BOOT), sent, repeat);
  }
}
