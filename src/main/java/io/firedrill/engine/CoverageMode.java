package io.firedrill.engine;

/** Whether a run is watched for what it covers. */
public enum CoverageMode {
  /** It is not. */
  OFF,
  /** It is, which takes a little time and changes nothing that happens. */
  ON
}
