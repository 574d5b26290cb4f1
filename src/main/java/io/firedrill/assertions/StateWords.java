package io.firedrill.assertions;

import io.firedrill.model.AlertState;

/** The verbs for an alert's state in messages. */
record StateWords(String infinitive, String present, String never) {

  private static final StateWords FIRING = new StateWords("to fire", "fires", "never fires");
  private static final StateWords PENDING =
      new StateWords("to be pending", "is pending", "is never pending");

  static StateWords of(AlertState state) {
    return state == AlertState.FIRING ? FIRING : PENDING;
  }
}
