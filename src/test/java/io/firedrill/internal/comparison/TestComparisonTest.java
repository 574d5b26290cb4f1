package io.firedrill.internal.comparison;

import static io.firedrill.internal.comparison.Run.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pairs of events in two runs, and their differences. */
class TestComparisonTest {

  @Test
  void findsNoDifferencesBetweenEqualRuns() {
    Run run = Run.of().alert("0s", "15m", "1h").webhook("15m30s", "oncall", "firing", "full");

    assertThat(TestComparison.of(run.result(), run.result()).isEmpty()).isTrue();
  }

  @Test
  void anAlertThatFiresLaterHasMoved() {
    Run base = Run.of().alert("0s", "15m", "1h", "queue", "a");
    Run head = Run.of().alert("0s", "20m", "1h", "queue", "a");

    assertDifference(
        base,
        head,
        """
        ~ 0s  Full{queue="a"}
            firing  15m -> 20m, 5m later
        """);
  }

  @Test
  void anAlertThatNoLongerFiresIsStillPending() {
    assertDifference(
        Run.of().alert("0s", "15m", "18m"),
        Run.of().alert("1m", "", "18m30s"),
        """
        ~ 1m  Full
            pending  0s -> 1m, 1m later
            firing   15m -> none, no longer fires
            until    18m -> 18m30s, 30s later
        """);
    assertDifference(
        Run.of().alert("1m", "", ""),
        Run.of().alert("", "1m", "2m"),
        """
        ~ 1m  Full
            pending  1m -> none, no longer
            firing   none -> 1m, fires now
            until    none -> 2m
        """);
    assertDifference(
        Run.of().alert("1m", "2m", "3m"),
        Run.of().alert("1m", "2m", ""),
        """
        ~ 1m  Full
            until  3m -> none, to the end of the run
        """);
  }

  @Test
  void alertsAppearAndVanish() {
    assertDifference(
        Run.of().alert("0s", "15m", "1h", "queue", "a", "job", "x"),
        Run.of().alert("5m", "15m", "", "queue", "b", "job", "y"),
        """
        - 0s  Full{job="x", queue="a"}  pending 0s, firing 15m, until 1h
        + 5m  Full{job="y", queue="b"}  pending 5m, firing 15m, to the end
        """);
  }

  @Test
  void anAlertWhoseSeverityChangedIsTheSameAlert() {
    assertDifference(
        Run.of().alert("0s", "15m", "1h", "queue", "a", "severity", "warning"),
        Run.of().alert("0s", "15m", "1h", "queue", "a", "severity", "critical"),
        """
        ~ 0s  Full{queue="a", severity="critical"}
            severity  warning -> critical
        """);
  }

  @Test
  void aRenamedAlertIsTheSameAlert() {
    assertDifference(
        Run.of().alert("0s", "15m", "1h", "queue", "a"),
        Run.of().alert("0s", "15m", "1h", "queue", "a", "alertname", "QueueFull"),
        """
        ~ 0s  QueueFull{queue="a"}
            alertname  Full -> QueueFull
        """);
  }

  @Test
  void theNearestEpisodeOfAnAlertHasMoved() {
    Run base = Run.of().alert("0s", "5m", "10m").alert("2h", "2h5m", "3h");
    Run head = Run.of().alert("2h1m", "2h6m", "3h");

    assertDifference(
        base,
        head,
        """
        - 0s  Full  pending 0s, firing 5m, until 10m
        ~ 2h1m  Full
            pending  2h -> 2h1m, 1m later
            firing   2h5m -> 2h6m, 1m later
        """);
  }

  @Test
  void aNotificationAtAnotherTimeHasMoved() {
    assertDifference(
        Run.of().webhook("15m30s", "oncall", "firing", "full"),
        Run.of().webhook("10m30s", "oncall", "firing", "full"),
        """
        ~ 10m30s  webhook oncall  firing  {alertname="Full"}  1 alert
            time  15m30s -> 10m30s, 5m earlier
        """);
  }

  @Test
  void theNearestOfMoreRepeatsHaveMoved() {
    Run base = Run.of().webhook("1h", "oncall", "firing", "").webhook("5h", "oncall", "firing", "");
    Run head = Run.of();
    for (int i = 0; i < 4; i++) {
      head.webhook(1 + 2 * i + "h30m", "oncall", "firing", "");
    }

    assertDifference(
        base,
        head,
        """
        ~ 1h30m  webhook oncall  firing  {alertname="Full"}  1 alert
            time  1h -> 1h30m, 30m later
        + 3h30m  webhook oncall  firing  {alertname="Full"}  1 alert
        ~ 5h30m  webhook oncall  firing  {alertname="Full"}  1 alert
            time  5h -> 5h30m, 30m later
        + 7h30m  webhook oncall  firing  {alertname="Full"}  1 alert
        """);
    assertThat(Run.text(head, base))
        .isEqualTo(
            """
            ~ 1h  webhook oncall  firing  {alertname="Full"}  1 alert
                time  1h30m -> 1h, 30m earlier
            - 3h30m  webhook oncall  firing  {alertname="Full"}  1 alert
            ~ 5h  webhook oncall  firing  {alertname="Full"}  1 alert
                time  5h30m -> 5h, 30m earlier
            - 7h30m  webhook oncall  firing  {alertname="Full"}  1 alert
            """
                .stripTrailing());
  }

  @Test
  void aNotificationGoesToAnotherReceiverButStillToTheLog() {
    Run base =
        Run.of()
            .webhook("15m30s", "log", "firing", "full")
            .slack("15m30s", "team", "firing", says("Full", "Queue a is full"));
    Run head =
        Run.of()
            .webhook("15m30s", "log", "firing", "full")
            .pager("15m30s", "oncall", "firing", says("Full queue", ""));

    assertDifference(
        base,
        head,
        """
        ~ 15m30s  pagerduty oncall  firing  {alertname="Full"}  1 alert
            receiver  team (slack) -> oncall (pagerduty)
        """);
  }

  @Test
  void aNotificationGoesToAnotherReceiverAtAnotherTime() {
    assertDifference(
        Run.of().webhook("15m30s", "team", "firing", "full"),
        Run.of().webhook("16m", "oncall", "firing", "full"),
        """
        ~ 16m  webhook oncall  firing  {alertname="Full"}  1 alert
            time      15m30s -> 16m, 30s later
            receiver  team (webhook) -> oncall (webhook)
        """);
  }

  @Test
  void aResolvedNotificationIsNotPairedWithAFiringOne() {
    assertDifference(
        Run.of().webhook("15m30s", "team", "firing", "full"),
        Run.of().webhook("16m", "team", "resolved", "full"),
        """
        - 15m30s  webhook team  firing  {alertname="Full"}  1 alert
        + 16m  webhook team  resolved  {alertname="Full"}  1 alert
        """);
  }

  @Test
  void showsTextDifferencesByWords() {
    assertDifference(
        Run.of()
            .slack(
                "15m30s",
                "team",
                "firing",
                says(
                    "[firing] Full",
                    "Queue a is full for 15 minutes.\nRun!",
                    "fallback",
                    "[firing] Full",
                    "dedup_key",
                    "1f")),
        Run.of()
            .slack(
                "15m30s",
                "team",
                "firing",
                says(
                    "[page] Overflow",
                    "Queue a is full for 20 minutes.\nWalk!",
                    "fallback",
                    "[page] Overflow",
                    "color",
                    "danger",
                    "dedup_key",
                    "2e")),
        """
        ~ 15m30s  slack team  firing  {alertname="Full"}  1 alert
            title         [firing] Full -> [page] Overflow
            text          Queue a is full for [-15-]{+20+} minutes.
                          [-Run!-]{+Walk!+}
            fields.color  none -> danger
        """);
  }

  @Test
  void showsAnnotationsWithoutAMessage() {
    assertDifference(
        Run.of().webhook("15m30s", "log", "firing", "full for 15m"),
        Run.of().webhook("15m30s", "log", "firing", "full for 20m"),
        """
        ~ 15m30s  webhook log  firing  {alertname="Full"}  1 alert
            annotations.summary  full for [-15m-]{+20m+}
        """);
  }

  @Test
  void showsTheReadableTextOfAPage() {
    String page = "<head><title>x</title></head><body class='%s'>Queue <b>a</b>\n is %s</body>";
    assertDifference(
        Run.of().slack("1m", "m", "firing", says("t", "", "html", page.formatted("x", "full"))),
        Run.of().slack("1m", "m", "firing", says("t", "", "html", page.formatted("y", "empty"))),
        """
        ~ 1m  slack m  firing  {alertname="Full"}  1 alert
            fields.html  Queue a is [-full-]{+empty+}
        """);
    assertThat(
            Run.text(
                Run.of()
                    .slack("1m", "m", "firing", says("t", "", "html", page.formatted("x", "1"))),
                Run.of()
                    .slack("1m", "m", "firing", says("t", "", "html", page.formatted("y", "1")))))
        .as("another class")
        .isEmpty();
  }

  @Test
  void ofAPageShowsWhereItsLinksLead() {
    String page = "<p>Queue a is full, <a href=\"https://runbooks.example/%s\">what to do</a></p>";
    assertDifference(
        Run.of().slack("1m", "m", "firing", says("t", "", "html", page.formatted("full"))),
        Run.of().slack("1m", "m", "firing", says("t", "", "html", page.formatted("queue"))),
        """
        ~ 1m  slack m  firing  {alertname="Full"}  1 alert
            fields.html  Queue a is full, what to do [-(https://runbooks.example/full)-]\
        {+(https://runbooks.example/queue)+}
        """);
  }

  @Test
  void ofWhatAlertmanagerCannotSendShowsTheReason() {
    assertDifference(
        Run.of().failed("m", "no field A").failed("m", "no field A"),
        Run.of().failed("m", "no field B"),
        """
        - m (webhook): Alertmanager failed to notify: no field A
        + m (webhook): Alertmanager failed to notify: no field B
        """);
  }

  @Test
  void showsTheTextAroundADifferenceInALongText() {
    String words = "word ".repeat(100);
    String around = "word word word word word word word word";
    assertDifference(
        Run.of().slack("1m", "m", "firing", says("t", words + "full " + words)),
        Run.of().slack("1m", "m", "firing", says("t", words + "empty " + words)),
        """
        ~ 1m  slack m  firing  {alertname="Full"}  1 alert
            text  ...%1$s [-full-]{+empty+} %1$s...
        """
            .formatted(around));
  }

  @Test
  void showsAlertsWithOtherLabels() {
    assertDifference(
        Run.of().webhook("15m30s", "log", "firing", "", "queue", "a", "severity", "warning"),
        Run.of().webhook("15m30s", "log", "firing", "", "queue", "a", "severity", "critical"),
        """
        ~ 15m30s  webhook log  firing  {alertname="Full"}  1 alert
            alert  firing Full{queue="a", [-severity="warning"}-]{+severity="critical"}+}
        """);
  }

  @Test
  void ignoresTheRandomTimesOfRetries() {
    Run base =
        Run.of().webhook("1m", "log", "firing", "").refused("5m", "log").refused("5m1s", "log");
    base.webhook("10m30s", "log", "firing", "");
    Run head = Run.of().webhook("1m", "log", "firing", "").refused("5m", "log");
    head.webhook("10m13s", "log", "firing", "");
    Run later = Run.of().webhook("1m", "log", "firing", "").refused("6m", "log");
    later.webhook("10m30s", "log", "firing", "");

    assertThat(Run.text(base, head)).isEmpty();
    assertDifference(
        head,
        later,
        """
        ~ 10m30s  webhook log  firing  {alertname="Full"}  1 alert
            time  10m13s -> 10m30s, 17s later
        """);
  }

  @Test
  void showsRulesThatFail() {
    assertDifference(
        Run.of().failedRule("job:sum at 2m: the evaluation failed: limit"),
        Run.of().failedRule("job:ratio at 7m: the evaluation failed: many-to-many matching"),
        """
        - job:sum at 2m: the evaluation failed: limit
        + job:ratio at 7m: the evaluation failed: many-to-many matching
        """);
  }

  private static void assertDifference(Run base, Run head, String text) {
    assertThat(Run.text(base, head)).isEqualTo(text.stripTrailing());
  }
}
