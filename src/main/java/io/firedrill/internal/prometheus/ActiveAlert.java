package io.firedrill.internal.prometheus;

import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An alert that is pending or firing. Instants are virtual time.
 *
 * @param labels the alert's labels, including {@code alertname}, without external labels
 * @param annotations the annotations, expanded
 * @param state pending or firing
 * @param activeAt the evaluation that first found the expression true
 * @param value the expression's last value
 * @param keepFiringSince the time from which the alert fires only because of {@code
 *     keep_firing_for}
 */
public record ActiveAlert(
    Labels labels,
    Map<String, String> annotations,
    AlertState state,
    Instant activeAt,
    double value,
    Optional<Instant> keepFiringSince) {
  public ActiveAlert {
    annotations = Map.copyOf(annotations);
  }
}
