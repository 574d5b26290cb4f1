package io.firedrill.assertions;

import io.firedrill.internal.live.SelectedAlerts;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.Field;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.AlertState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * At an evaluation, alerts have other labels, annotations or values than expected, or none is
 * active.
 */
final class DetailsDiffer {

  private static final int SHOWN = 10;

  private DetailsDiffer() {}

  static Optional<String> check(
      SelectedAlerts alerts, Instant evaluation, Function<PresentAlert, List<Field>> compare) {
    Map<PresentAlert, List<Field>> different = new LinkedHashMap<>();
    List<PresentAlert> present = PresentAlert.at(evaluation, alerts);
    for (PresentAlert alert : present) {
      List<Field> fields = compare.apply(alert);
      if (Field.disagreements(fields) > 0) {
        different.put(alert, fields);
      }
    }
    if (different.isEmpty() && !present.isEmpty()) {
      return Optional.empty();
    }
    VirtualTime time = new VirtualTime(alerts.observed().timeline().start());
    FailureText text =
        new FailureText(
            "%s at %s: %s"
                .formatted(
                    SeriesText.selector(alerts.alertname(), alerts.labels()),
                    time.text(evaluation),
                    present.isEmpty()
                        ? "expected an alert, none is pending or firing"
                        : Counts.differing("alert", present.size(), different.size())));
    different.entrySet().stream()
        .limit(SHOWN)
        .forEach(
            e ->
                text.diff(
                    "expected (-), %s %s (+):"
                        .formatted(e.getKey().state(), SeriesText.alert(e.getKey().labels())),
                    e.getValue()));
    if (different.size() > SHOWN) {
      text.line("and " + Counts.of(different.size() - SHOWN, "more alert"));
    }
    if (present.isEmpty()) {
      text.why(alerts.why(AlertState.PENDING, List.of(evaluation)));
    }
    return Optional.of(text.timeline(alerts.observed(), evaluation, evaluation).text());
  }
}
