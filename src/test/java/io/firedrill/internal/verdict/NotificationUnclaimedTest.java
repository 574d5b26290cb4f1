package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static io.firedrill.internal.verdict.Given.notified;

import org.junit.jupiter.api.Test;

class NotificationUnclaimedTest {

  @Test
  void showsWhatCame() {
    Given given = Given.run();
    given.notified(given.webhook("15m30s", "firing", notified("firing", "pipeline", "lake")));

    assertText(
        StrictCheck.check(StrictCheckTest.none(), StrictCheck.SentLabels.ITS_OWN, given.observed())
            .stream()
            .findFirst(),
        """
        drill.yaml:5:3: data-oncall at 15m30s: no notification_test covers this notification
          came:
            + time          15m30s
            + integration   webhook
            + status        firing
            + group_labels  {alertname="Ingestion"}
            + alerts.0      firing Ingestion{pipeline="lake"}
          hint: list it under a notification_test of receiver "data-oncall"; strict: false ignores \
        what no entry is about
          timeline around 15m30s:
            > 15m30s  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
        """);
  }
}
