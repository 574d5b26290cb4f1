package io.firedrill.internal.comparison;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.Optional;

/**
 * An alert from the evaluation that makes it active to the one that finds it inactive. All times
 * are virtual, and count from the start of the run.
 *
 * @param alert the alert's labels, {@code alertname} included
 * @param pending since when it was pending; empty where it fired at once
 * @param firing since when it fired; empty where it never did
 * @param end when it was found to be inactive; empty where the run ended before
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
