package io.firedrill.internal.run;

import io.firedrill.internal.rig.RigSpec.LogLevel;

/** Whether a run records coverage. */
public enum CoverageMode {
  /** It is not. */
  OFF,
  /** It is, which takes a little time and changes nothing that happens. */
  ON;

  /** Older Alertmanagers say only in their log, and only in detail, that a group was muted. */
  public LogLevel alertmanagerLog() {
    return this == ON ? LogLevel.DEBUG : LogLevel.INFO;
  }
}
