package io.firedrill.internal.cli;

import io.firedrill.internal.source.PrometheusDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A progress bar in the recording's time, redrawn at most ten times a second. */
final class ReplayProgress {

  private static final long PAUSE = 100_000_000;

  private final StatusLine line;
  private final Instant start;
  private final Instant end;
  private final String version;
  private long drawn = System.nanoTime() - PAUSE;

  ReplayProgress(StatusLine line, Instant start, Instant end, String version) {
    this.line = line;
    this.start = start;
    this.end = end;
    this.version = version;
  }

  void reached(Instant time) {
    long now = System.nanoTime();
    if (now - drawn < PAUSE) {
      return;
    }
    drawn = now;
    Duration total = Duration.between(start, end);
    Duration done = Duration.between(start, time);
    line.show(
        done.toMillis(),
        Math.max(1, total.toMillis()),
        "%s  %s of %s%s"
            .formatted(
                time.truncatedTo(ChronoUnit.SECONDS),
                PrometheusDuration.format(done.truncatedTo(ChronoUnit.MINUTES)),
                PrometheusDuration.format(total.truncatedTo(ChronoUnit.MINUTES)),
                version.isEmpty() ? "" : "  under " + version));
  }

  void over() {
    line.erase();
  }
}
