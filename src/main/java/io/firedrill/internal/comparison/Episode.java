package io.firedrill.internal.comparison;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.Optional;

/**
 * An alert, from the evaluation at which it becomes active to that at which it is inactive again.
 * All times are virtual, relative to the start of the run.
 *
 * @param alert the alert's labels, {@code alertname} included
 * @param pending the time from which it was pending; empty if it fired at once
 * @param firing the time from which it fired; empty if it never did
 * @param end the time at which it was inactive again; empty if the run ended before
 */
public record Episode(
    Labels alert, Optional<Duration> pending, Optional<Duration> firing, Optional<Duration> end) {

  /** When it became active. */
  public Duration begin() {
    return pending.or(() -> firing).orElseThrow();
  }

  String title() {
    return SeriesText.alert(alert);
  }

  /** {@code pending 0s, firing 15m, until 1h}. */
  String course() {
    return pending.map(t -> "pending " + text(t)).orElse("")
        + (pending.isPresent() && firing.isPresent() ? ", " : "")
        + firing.map(t -> "firing " + text(t)).orElse("")
        + end.map(t -> ", until " + text(t)).orElse(", to the end");
  }

  static String text(Duration offset) {
    return PrometheusDuration.format(offset);
  }
}
