package io.firedrill.internal.scenario;

import java.util.Map;
import java.util.Optional;

/**
 * An alert within an {@link ExpectedNotification}. Absent parts are not compared.
 *
 * @param status the alert's own status, {@code firing} or {@code resolved}
 * @param labels labels that it has; others do not matter
 * @param annotations annotations that it has; others do not matter
 */
public record ExpectedNotifiedAlert(
    Optional<String> status,
    Map<String, ValueMatcher> labels,
    Map<String, ValueMatcher> annotations) {
  public ExpectedNotifiedAlert {
    labels = ValueMatcher.copyOf(labels);
    annotations = ValueMatcher.copyOf(annotations);
  }
}
