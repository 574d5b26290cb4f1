package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Position;
import io.firedrill.model.Labels;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A firing alert that an {@link AlertExpectation} requires.
 *
 * @param labels all labels, {@code alertname} included
 * @param annotations all annotations, ordered by name
 * @param position where the alert is written
 */
public record ExpectedAlert(Labels labels, Map<String, String> annotations, Position position) {
  public ExpectedAlert {
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
  }
}
