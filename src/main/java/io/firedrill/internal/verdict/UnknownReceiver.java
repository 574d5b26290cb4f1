package io.firedrill.internal.verdict;

import java.util.Optional;
import java.util.Set;

/** An expectation about nobody would hold for ever where it wants nothing. */
final class UnknownReceiver {

  private UnknownReceiver() {}

  static Optional<Difference> check(String receiver, Observed observed) {
    return observed.receivers().containsKey(receiver)
        ? Optional.empty()
        : Optional.of(of(UnknownName.hint("receiver", receiver, observed.receivers().keySet())));
  }

  /** Whether the receiver is there, and has the integration. */
  static Optional<Difference> check(Claim claim, Observed observed) {
    Set<String> kinds = observed.receivers().getOrDefault(claim.receiver(), Set.of());
    return check(claim.receiver(), observed)
        .or(
            () ->
                claim
                    .integration()
                    .filter(kind -> !kinds.contains(kind))
                    .map(kind -> of(UnknownName.integration(claim.receiver(), kind, kinds))));
  }

  private static Difference of(String text) {
    return new FailureText(text).difference(FailureKind.UNKNOWN_RECEIVER);
  }
}
