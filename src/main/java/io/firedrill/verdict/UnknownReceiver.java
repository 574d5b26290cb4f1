package io.firedrill.verdict;

/** An expectation about nobody would hold for ever where it wants nothing. */
final class UnknownReceiver {

  private UnknownReceiver() {}

  static Difference of(String receiver, Observed observed) {
    String hint = UnknownName.hint("receiver", receiver, observed.receivers());
    return new FailureText(hint).difference(FailureKind.UNKNOWN_RECEIVER);
  }
}
