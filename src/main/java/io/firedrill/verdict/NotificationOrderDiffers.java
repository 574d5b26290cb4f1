package io.firedrill.verdict;

import io.firedrill.model.Notification;
import io.firedrill.scenario.ExpectedNotification;
import io.firedrill.scenario.NotificationExpectation;
import java.util.ArrayList;
import java.util.List;

/** The listed notifications came, and no others, but in another order. */
final class NotificationOrderDiffers {

  private NotificationOrderDiffers() {}

  static Failure of(
      NotificationExpectation entry,
      List<Notification> claimed,
      NotificationFields fields,
      Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    FailureText text =
        new FailureText(
            entry.position(),
            Claim.title(entry, time) + ": all notifications came, but not in the listed order");
    List<ExpectedNotification> expected = entry.expected();
    int[] partners =
        Matching.of(
            expected.size(),
            claimed.size(),
            (i, j) -> Field.disagreements(fields.compare(expected.get(i), claimed.get(j))) == 0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      String mark = partners[i] == i ? "  " : "~ ";
      String listed = "listed as no. " + (i + 1) + " at " + expected.get(i).position();
      String came = "came as no. " + (partners[i] + 1);
      lines.add(
          mark + listed + ", " + came + " at " + time.arrival(claimed.get(partners[i]).time()));
    }
    return text.section("the order:", lines)
        .hint("any_order: true accepts any order")
        .timeline(
            observed,
            time.arrivalInstant(claimed.get(0).time()),
            time.arrivalInstant(claimed.get(claimed.size() - 1).time()))
        .failure(FailureKind.NOTIFICATIONS_DIFFER);
  }
}
