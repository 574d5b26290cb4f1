package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.settings.FlaggedServer;
import io.firedrill.internal.settings.ServerFlags;
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
    assertThat(NotificationLog.STANDARD.forgetsBefore(Duration.ofDays(7))).isTrue();
    assertThat(NotificationLog.STANDARD.forgetsBefore(Duration.ofDays(5))).isFalse();
  }

  @Test
  void countsFromTheLastStart() {
    Instant second = BOOT.plus(Duration.ofMinutes(7));
    assertThat(
            NotificationLog.STANDARD.keepsUntil(
                List.of(BOOT, second), BOOT.plusSeconds(60), Duration.ofHours(4)))
        .isEqualTo(Instant.parse("2026-01-01T08:07:00Z"));
  }

  @Test
  void countsWithTheFlagsOfAlertmanager() {
    ServerFlags flags =
        ServerFlags.NONE
            .with(FlaggedServer.ALERTMANAGER, "data.retention", "30d")
            .with(FlaggedServer.ALERTMANAGER, "data.maintenance-interval", "1h");
    NotificationLog log = NotificationLog.of(flags);

    assertThat(log.forgetsBefore(Duration.ofDays(7))).isFalse();
    assertThat(log.keepsUntil(List.of(BOOT), BOOT.plusSeconds(60), Duration.ofDays(20)))
        .isEqualTo(Instant.parse("2026-01-31T01:00:00Z"));
  }

  private static Instant until(Instant sent, Duration repeat) {
    return NotificationLog.STANDARD.keepsUntil(List.of(BOOT), sent, repeat);
  }
}
