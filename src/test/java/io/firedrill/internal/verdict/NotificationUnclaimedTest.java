package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static io.firedrill.internal.verdict.Given.notified;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @Test
  void tellsARepetitionOnceWithItsCount() {
    Given given = Given.run();
    for (int minute = 1; minute <= 20; minute++) {
      given.notified(given.webhook(minute + "m", "firing", notified("firing", "pipeline", "lake")));
    }
    given.notified(given.webhook("20m", "resolved", notified("resolved", "pipeline", "lake")));
    given.notified(given.webhook("other", "2m", "firing", notified("firing")));

    List<Failure> failures =
        StrictCheck.check(StrictCheckTest.none(), StrictCheck.SentLabels.ITS_OWN, given.observed());

    assertThat(failures)
        .extracting(Failure::summary)
        .containsExactly(
            "data-oncall at 1m: no notification_test covers this notification, nor 20 more",
            "other at 2m: no notification_test covers this notification");
    assertText(
        failures.stream().findFirst(),
        """
        drill.yaml:5:3: data-oncall at 1m: no notification_test covers this notification, nor 20 more
          came:
            + time          1m
            + integration   webhook
            + status        firing
            + group_labels  {alertname="Ingestion"}
            + alerts.0      firing Ingestion{pipeline="lake"}
          not covered either:
            firing  {alertname="Ingestion"}  1 alert  19 times, from 2m to 20m
            resolved  {alertname="Ingestion"}  1 alert  at 20m
          hint: list it under a notification_test of receiver "data-oncall"; strict: false ignores \
        what no entry is about
          timeline around 1m:
            > 1m  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              2m  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              2m  webhook other  firing  {alertname="Ingestion"}  1 alert
              3m  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              4m  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              5m  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              6m  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              ... 15 later events
        """);
  }
}
