package io.firedrill.internal.run;

import java.time.Instant;

/**
 * Sees what Prometheus sends to Alertmanager, and decides what arrives. Called by other threads.
 */
@FunctionalInterface
public interface AlertTap {

  /** Everything arrives. */
  AlertTap OPEN = (time, alerts) -> alerts;

  /** What an Alertmanager need not get. */
  String NOTHING = "[]";

  /**
   * Alerts are sent.
   *
   * @param time the virtual time
   * @param alerts the alerts, as JSON
   * @return the alerts that arrive, or {@link #NOTHING}
   */
  String arriving(Instant time, String alerts);
}
