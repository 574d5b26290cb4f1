package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final StringWriter screen = new StringWriter();

  private ReplayProgress progress(Screen kind) {
    return new ReplayProgress(
        new StatusLine(Terminal.to(screen, "standard output", false), kind),
        START,
        START.plus(Duration.ofDays(4)),
        "");
  }

  @Test
  void isInTheRecordingsTime() {
    ReplayProgress progress = progress(Screen.TERMINAL);

    progress.reached(START.plus(Duration.ofHours(24)));
    progress.over();

    assertThat(screen)
        .hasToString("\r\u001b[K[#####---------------] 2026-03-03T08:00:00Z  1d of 4d\r\u001b[K");
  }

  @Test
  void isNotDrawnAtEveryUpdate() {
    ReplayProgress progress = progress(Screen.TERMINAL);

    for (int i = 0; i < 1000; i++) {
      progress.reached(START);
    }

    // Ten per second, so only a few of a thousand immediate updates are drawn.
    assertThat(screen.toString().split("\r", -1)).hasSizeLessThan(500);
  }

  @Test
  void isShownOnlyOnTerminals() {
    ReplayProgress progress = progress(Screen.PLAIN);

    progress.reached(START);
    progress.over();

    assertThat(screen.toString()).isEmpty();
  }
}
