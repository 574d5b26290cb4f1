package io.firedrill.internal.run;

import io.firedrill.internal.rig.RigSpec.LogLevel;

/** Whether a run records coverage. */
public enum CoverageMode {
  /** Coverage is not recorded. */
  OFF,
  /** Coverage is recorded, which takes a little time and does not change any results. */
  ON;

  /** Older Alertmanagers report muted groups only in their debug log. */
  public LogLevel alertmanagerLog() {
    return this == ON ? LogLevel.DEBUG : LogLevel.INFO;
  }
}
