package io.firedrill.model;

import java.util.Locale;

/** The state of an alert after an evaluation, in Prometheus's terms. */
public enum AlertState {
  /** The expression is false; Prometheus keeps no alert. */
  INACTIVE,
  /** The expression is true, but not yet for the rule's {@code for} duration. */
  PENDING,
  /** The alert is sent to Alertmanager. */
  FIRING;

  /** The lower-case word that Prometheus uses. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
