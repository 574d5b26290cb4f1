package io.firedrill.assertions;

import io.firedrill.internal.live.SelectedAlerts;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** More or fewer alerts are in a state at an evaluation than expected. */
final class CountDiffers {

  private static final int SHOWN = 20;

  private CountDiffers() {}

  /** Of some among several, nobody knows which are meant. */
  private static List<String> why(
      SelectedAlerts alerts, AlertState state, Instant evaluation, int expected, long found) {
    if (expected > 0 && found > 0) {
      return List.of();
    }
    return alerts.why(found == 0 ? state : AlertState.INACTIVE, List.of(evaluation));
  }

  static Optional<String> check(
      SelectedAlerts alerts, AlertState state, Instant evaluation, int expected) {
    List<PresentAlert> present = PresentAlert.at(evaluation, alerts);
    long found = present.stream().filter(a -> a.state() == state).count();
    if (found == expected) {
      return Optional.empty();
    }
    VirtualTime time = new VirtualTime(alerts.observed().timeline().start());
    FailureText text =
        new FailureText(
            "%s at %s: expected %s, found %s"
                .formatted(
                    SeriesText.selector(alerts.alertname(), alerts.labels()),
                    time.text(evaluation),
                    expected == 0
                        ? "no " + state + " alert"
                        : Counts.of(expected, state + " alert"),
                    found == 0 ? "none" : found));
    if (!present.isEmpty()) {
      text.section(
          "pending and firing:",
          present.stream()
              .limit(SHOWN)
              .map(a -> a.state() + " " + SeriesText.alert(a.labels()))
              .toList());
    }
    if (present.size() > SHOWN) {
      text.line("and " + Counts.of(present.size() - SHOWN, "more alert"));
    }
    text.why(why(alerts, state, evaluation, expected, found));
    return Optional.of(text.timeline(alerts.observed(), evaluation, evaluation).text());
  }
}
