package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.NotificationExpectation;
import io.firedrill.internal.scenario.NotificationOrder;
import io.firedrill.model.Notification;
import java.util.List;
import java.util.Optional;

/** Compares the actual notifications with the expected ones. */
final class NotificationCheck {

  private NotificationCheck() {}

  static Optional<Failure> check(NotificationExpectation entry, Observed observed) {
    Claim claim = Claim.of(entry);
    // A version without routes has no receivers, which is not an error.
    Optional<Difference> unknown =
        observed.receivers().isEmpty() ? Optional.empty() : UnknownReceiver.check(claim, observed);
    return unknown
        .or(() -> difference(claim, entry.expected(), entry.order(), observed))
        .map(d -> d.at(entry.position()));
  }

  /** Exactly these notifications arrived. */
  static Optional<Difference> difference(
      Claim claim,
      List<ExpectedNotification> expected,
      NotificationOrder order,
      Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    NotificationFields fields = new NotificationFields(time);
    List<Notification> claimed = claim.in(observed.timeline());
    Optional<Difference> difference =
        NotificationsDiffer.check(claim, expected, Extra.REFUSED, observed);
    if (difference.isPresent()
        || order == NotificationOrder.ANY
        || asListed(expected, claimed, fields, time)) {
      return difference;
    }
    return Optional.of(NotificationOrderDiffers.of(claim, expected, claimed, observed));
  }

  /** Notifications at the same virtual instant have no order, so any order matches. */
  private static boolean asListed(
      List<ExpectedNotification> expected,
      List<Notification> claimed,
      NotificationFields fields,
      VirtualTime time) {
    int begin = 0;
    while (begin < claimed.size()) {
      int end = begin + 1;
      while (end < claimed.size() && sameInstant(claimed.get(begin), claimed.get(end), time)) {
        end++;
      }
      List<ExpectedNotification> listed = expected.subList(begin, end);
      if (!Assignment.of(listed, claimed.subList(begin, end), fields::compare).isPerfect()) {
        return false;
      }
      begin = end;
    }
    return true;
  }

  private static boolean sameInstant(Notification a, Notification b, VirtualTime time) {
    return time.arrivalOffset(a.time()).equals(time.arrivalOffset(b.time()));
  }
}
