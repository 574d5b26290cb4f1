package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.model.Notification;
import java.util.ArrayList;
import java.util.List;

/** Exactly the listed notifications arrived, but in another order. */
final class NotificationOrderDiffers {

  private NotificationOrderDiffers() {}

  static Difference of(
      Claim claim,
      List<ExpectedNotification> expected,
      List<Notification> claimed,
      Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    NotificationFields fields = new NotificationFields(time);
    FailureText text =
        new FailureText(
            claim.title(time) + ": all notifications arrived, but not in the listed order");
    int[] partners =
        Matching.of(
            expected.size(),
            claimed.size(),
            (i, j) -> Field.disagreements(fields.compare(expected.get(i), claimed.get(j))) == 0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      String mark = partners[i] == i ? "  " : "~ ";
      String listed = "listed as " + Wording.listed(i + 1, expected.get(i).origin());
      String came = "came as no. " + (partners[i] + 1);
      lines.add(
          mark + listed + ", " + came + " at " + time.arrival(claimed.get(partners[i]).time()));
    }
    return text.section("the order:", lines)
        .hint(Wording.of(expected.get(0).origin()).anyOrderHint())
        .timeline(
            observed,
            time.arrivalInstant(claimed.get(0).time()),
            time.arrivalInstant(claimed.get(claimed.size() - 1).time()))
        .difference(FailureKind.NOTIFICATIONS_DIFFER);
  }
}
