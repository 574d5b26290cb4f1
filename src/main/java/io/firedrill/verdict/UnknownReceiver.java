package io.firedrill.verdict;

import io.firedrill.scenario.NotificationExpectation;

/** A {@code notification_test} about nobody would pass for ever where it expects nothing. */
final class UnknownReceiver {

  private UnknownReceiver() {}

  static Failure of(NotificationExpectation entry, Observed observed) {
    String hint = UnknownName.hint("receiver", entry.receiver(), observed.receivers());
    return new FailureText(entry.position(), hint).failure(FailureKind.UNKNOWN_RECEIVER);
  }
}
