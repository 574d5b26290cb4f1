package io.firedrill.internal.alertmanager;

import io.firedrill.model.Labels;
import java.util.List;

/**
 * The labels that a route groups its alerts by.
 *
 * @param labels their names; none = all alerts of the route are one group; {@code ...} = by all
 */
public record GroupBy(List<String> labels) {

  private static final String ALL = "...";

  public GroupBy {
    labels = List.copyOf(labels);
  }

  /** The labels that an alert's group has. */
  public Labels groupLabels(Labels alert) {
    return labels.contains(ALL) ? alert : alert.filter(labels::contains);
  }

  /** As in the configuration: {@code [alertname, team]}. */
  @Override
  public String toString() {
    return labels.toString();
  }
}
