package io.firedrill.internal.scenario;

import io.firedrill.model.AlertState;

/** At which evaluations of a window an alert is expected to have a state. */
public enum StateManner {
  /** At all of them. */
  ALWAYS,
  /** At none of them: no alert has it. */
  NEVER,
  /** At one or more of them, at least one alert has it. */
  AT_LEAST_ONCE;

  /** The expectation in words: {@code firing}, {@code not firing}, {@code firing at least once}. */
  public String of(AlertState state) {
    return switch (this) {
      case ALWAYS -> state.toString();
      case NEVER -> "not " + state;
      case AT_LEAST_ONCE -> state + " at least once";
    };
  }
}
