package io.firedrill.assertions;

import io.firedrill.internal.live.SelectedAlerts;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.run.AlertHistory;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alert that is pending or firing at an evaluation.
 *
 * @param labels the alert's labels
 * @param state pending or firing
 * @param details annotations and value, if they were read
 */
record PresentAlert(Labels labels, AlertState state, Optional<ActiveAlert> details) {

  static List<PresentAlert> at(Instant evaluation, SelectedAlerts alerts) {
    return alerts.histories().stream()
        .flatMap(h -> of(h, evaluation).stream())
        .sorted(Comparator.comparing(PresentAlert::labels))
        .toList();
  }

  /** The last evaluation at which there was one. */
  static Optional<Instant> last(SelectedAlerts alerts) {
    return alerts.histories().stream()
        .flatMap(h -> h.states().entrySet().stream())
        .filter(e -> e.getValue() != AlertState.INACTIVE)
        .map(Map.Entry::getKey)
        .max(Comparator.naturalOrder());
  }

  /**
   * At an evaluation of other groups, an alert keeps the state of its own group's last evaluation.
   */
  private static Optional<PresentAlert> of(AlertHistory history, Instant evaluation) {
    return Optional.ofNullable(history.states().floorEntry(evaluation))
        .filter(e -> e.getValue() != AlertState.INACTIVE)
        .map(
            e ->
                new PresentAlert(
                    history.alert(),
                    e.getValue(),
                    Optional.ofNullable(history.details().get(e.getKey()))));
  }
}
