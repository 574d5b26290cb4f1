package io.firedrill.verdict;

import io.firedrill.model.Notification;
import io.firedrill.scenario.ExpectedNotification;
import io.firedrill.scenario.NotificationExpectation;
import io.firedrill.scenario.NotificationOrder;
import java.util.List;
import java.util.Optional;

/** Checks {@code notification_test}. */
final class NotificationCheck {

  private NotificationCheck() {}

  static Optional<Failure> check(NotificationExpectation entry, Observed observed) {
    if (!observed.receivers().isEmpty() && !observed.receivers().contains(entry.receiver())) {
      return Optional.of(UnknownReceiver.of(entry, observed));
    }
    VirtualTime time = new VirtualTime(observed.timeline().start());
    NotificationFields fields = new NotificationFields(time);
    List<Notification> claimed = Claim.of(entry, observed.timeline());
    Assignment<ExpectedNotification, Notification> assignment =
        Assignment.of(entry.expected(), claimed, fields::compare);
    if (!assignment.isPerfect()) {
      return Optional.of(NotificationsDiffer.of(entry, claimed, assignment, observed));
    }
    boolean ordered =
        entry.order() == NotificationOrder.ANY || asListed(entry.expected(), claimed, fields, time);
    return ordered
        ? Optional.empty()
        : Optional.of(NotificationOrderDiffers.of(entry, claimed, fields, observed));
  }

  /** What arrives at one virtual instant has no order of its own, so any will do there. */
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
