package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static io.firedrill.internal.verdict.Given.entry;
import static io.firedrill.internal.verdict.Given.expected;
import static io.firedrill.internal.verdict.Given.expectedAlert;
import static io.firedrill.internal.verdict.Given.matchers;
import static io.firedrill.internal.verdict.Given.notified;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.NotificationExpectation;
import io.firedrill.internal.scenario.NotificationOrder;
import io.firedrill.internal.source.PrometheusDuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotificationsDifferTest {

  private final Given given = Given.run().receivers("data-oncall", "ml-slack");

  @Test
  void theListedNotificationsPass() {
    given
        .notified(given.webhook("10m30s", "firing", notified("firing", "pipeline", "lake")))
        .notified(given.webhook("18m", "resolved", notified("resolved", "pipeline", "lake")));

    assertThat(
            check(
                expected(
                    31,
                    "10m30s",
                    "firing",
                    matchers("alerts.0.labels.severity", "critical"),
                    expectedAlert("pipeline", "/la.e/", "absent", "")),
                expected(32, "", "resolved")))
        .isEmpty();
  }

  @Test
  void alertsArePairedSoThatAllFitIfTheyCan() {
    given.notified(
        given.webhook(
            "10m",
            "firing",
            notified("firing", "pipeline", "lake"),
            notified("firing", "pipeline", "warehouse")));

    assertThat(
            check(
                expected(
                    31,
                    "10m",
                    "firing",
                    Map.of(),
                    expectedAlert("pipeline", "/.*/"),
                    expectedAlert("pipeline", "lake"))))
        .isEmpty();
  }

  @Test
  void aNotificationThatDiffersInEveryPart() {
    given.notified(
        given.webhook(
            "15m30s",
            "firing",
            notified("firing", "pipeline", "lake"),
            notified("firing", "pipeline", "warehouse")));

    assertText(
        check(
            expected(
                31,
                "15m",
                "resolved",
                matchers(
                    "commonAnnotations.summary",
                    "/.*runs.*/",
                    "commonAnnotations.sumary",
                    "x",
                    "subject",
                    "/.*/"),
                expectedAlert("pipeline", "warehouse", "severity", "critical"))),
        """
        drill.yaml:30:3: data-oncall: the notification differs
          expected at drill.yaml:31:5 (-), nearest notification (+):
            - time                               15m
            + time                               15m30s
                                                    ~~~
            - status                             resolved
            + status                             firing
              group_labels.alertname             "Ingestion"
            - alerts.0.labels.severity           "critical"
            + alerts                             firing Ingestion{pipeline="lake"}
            - payload commonAnnotations.summary  /.*runs.*/
            + payload commonAnnotations.summary  "Ingestion stands still"
            - payload commonAnnotations.sumary   "x"
            + payload commonAnnotations.sumary   ("commonAnnotations" has no "sumary"; did you mean \
        "summary"?)
            - payload subject                    /.*/
            + payload subject                    (the body has no "subject", but receiver, status, \
        truncatedAlerts, groupKey, commonAnnotations, alerts)
          timeline:
            > 15m30s  webhook data-oncall  firing  {alertname="Ingestion"}  2 alerts
        """);
  }

  @Test
  void oneMissingAndAnotherReceiverToldInstead() {
    given.notified(given.webhook("ml-slack", "15m30s", "firing", notified("firing")));

    assertText(
        check(
            expected(
                31,
                "15m30s",
                "firing",
                matchers("status", "firing"),
                expectedAlert("pipeline", "lake"))),
        """
        drill.yaml:30:3: data-oncall: expected 1 notification, found none
          expected at drill.yaml:31:5, did not arrive:
            - time                    15m30s
            - status                  firing
            - group_labels.alertname  "Ingestion"
            - alerts.0                {pipeline="lake"}
            - payload status          "firing"
          timeline around 15m30s:
            > 15m30s  webhook ml-slack  firing  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void whatDidNotComeAsksWhyAndTheAnswerStandsBelowIt() {
    given.notified(given.webhook("15m30s", "firing", notified("firing", "pipeline", "lake")));
    ExpectedNotification early = expected(31, "15m", "firing");
    ExpectedNotification missing = expected(32, "20m", "resolved");

    Failure failure = check(early, missing).orElseThrow();

    assertThat(failure.questions()).extracting(Question::expected).containsExactly(early, missing);
    assertThat(failure.explanation()).isEmpty();
    assertThat(failure.text()).doesNotContain("why");
    assertThat(failure.explained(question -> List.of()).text()).isEqualTo(failure.text());
    Failure explained =
        failure.explained(
            question -> question.expected() == early ? List.of("it waits", "a\nline") : List.of());
    assertThat(explained.questions()).isEmpty();
    assertThat(explained.explanation()).containsExactly("it waits", "a\nline");
    assertText(
        Optional.of(explained),
        """
        drill.yaml:30:3: data-oncall: expected 2 notifications, found 1
          expected at drill.yaml:31:5 (-), nearest notification (+):
            - time                    15m
            + time                    15m30s
                                         ~~~
              status                  firing
              group_labels.alertname  "Ingestion"
          why:
            it waits
            a\\nline
          expected at drill.yaml:32:5, did not arrive:
            - time                    20m
            - status                  resolved
            - group_labels.alertname  "Ingestion"
          timeline:
            > 15m30s  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void theSameThatDidNotComeSeveralTimesIsToldOnce() {
    Given empty = Given.run().receivers("data-oncall");
    ExpectedNotification[] expected =
        Stream.of("1m", "2m", "3m", "4m", "5m", "6m", "7m", "8m")
            .map(at -> expected(30 + at.charAt(0) - '0', at, "firing"))
            .toArray(ExpectedNotification[]::new);

    Failure failure =
        NotificationCheck.check(
                entry("data-oncall", NotificationOrder.AS_LISTED, expected), empty.observed())
            .orElseThrow();

    assertThat(failure.questions()).hasSize(5);
    Failure explained =
        failure.explained(
            q ->
                List.of(
                    "A at " + PrometheusDuration.format(q.expected().at().get()) + ": silenced"));
    assertText(
        Optional.of(explained),
        """
        drill.yaml:30:3: data-oncall: expected 8 notifications, found none
          expected at drill.yaml:31:5, did not arrive:
            - time                    1m
            - status                  firing
            - group_labels.alertname  "Ingestion"
          nor did the same at 2m (drill.yaml:32:5), at 3m (drill.yaml:33:5), \
        at 4m (drill.yaml:34:5), at 5m (drill.yaml:35:5), ... (2 more), at 8m (drill.yaml:38:5)
          why:
            A at 1m: silenced
          timeline:
            no alert, no notification in the whole run
        """);
  }

  @Test
  void thoseThatDifferInTheSameWayAreToldOnce() {
    ExpectedNotification[] expected = new ExpectedNotification[9];
    for (int minute = 1; minute <= 9; minute++) {
      given.notified(given.webhook(minute + "m30s", "firing", notified("firing")));
      expected[minute - 1] = expected(30 + minute, minute + "m", "firing");
    }

    assertText(
        check(expected),
        """
        drill.yaml:30:3: data-oncall: 9 of 9 notifications differ
          expected at drill.yaml:31:5 (-), nearest notification (+):
            - time                    1m
            + time                    1m30s
                                        ~~~
              status                  firing
              group_labels.alertname  "Ingestion"
          in the same way: at 2m (drill.yaml:32:5) came at 2m30s, at 3m (drill.yaml:33:5) came at 3m30s, \
        at 4m (drill.yaml:34:5) came at 4m30s, at 5m (drill.yaml:35:5) came at 5m30s, ... (3 more), \
        at 9m (drill.yaml:39:5) came at 9m30s
          timeline:
            > 1m30s  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
            > ... 8 more times, up to 9m30s
        """);
  }

  @Test
  void theSameThatCameSeveralTimesIsToldOnce() {
    for (int minute = 1; minute <= 20; minute++) {
      given.notified(given.webhook(minute + "m", "firing", notified("firing")));
    }

    assertThat(check().orElseThrow().text().lines().limit(8))
        .containsExactly(
            "drill.yaml:30:3: data-oncall: expected no notification, found 20",
            "  arrived, but was not expected:",
            "    + time          1m",
            "    + integration   webhook",
            "    + status        firing",
            "    + group_labels  {alertname=\"Ingestion\"}",
            "    + alerts.0      firing Ingestion",
            "  and the same 19 times, from 2m to 20m");
  }

  @Test
  void whatOnlySaysSomethingElseAsksNothing() {
    given.notified(given.webhook("15m30s", "firing", notified("firing", "pipeline", "lake")));

    assertThat(check(expected(31, "15m30s", "firing", matchers("status", "resolved"))))
        .hasValueSatisfying(failure -> assertThat(failure.questions()).isEmpty());
  }

  @Test
  void nobodyWasToBeTold() {
    Given in2026 = Given.runIn2026().receivers("data-oncall");
    in2026.notified(in2026.webhook("15m30s", "firing", notified("firing", "pipeline", "lake")));

    assertText(
        NotificationCheck.check(
            entry("data-oncall", NotificationOrder.AS_LISTED), in2026.observed()),
        """
        drill.yaml:30:3: data-oncall: expected no notification, found 1
          arrived, but was not expected:
            + time          15m30s (2026-03-02T08:15:30Z)
            + integration   webhook
            + status        firing
            + group_labels  {alertname="Ingestion"}
            + alerts.0      firing Ingestion{pipeline="lake"}
          timeline around 15m30s (2026-03-02T08:15:30Z):
            > 15m30s (2026-03-02T08:15:30Z)  webhook data-oncall  firing  {alertname="Ingestion"}  \
        1 alert
        """);
  }

  @Test
  void oneOfSeveralDiffers() {
    given
        .notified(given.webhook("5m", "firing", notified("firing")))
        .notified(given.webhook("10m", "firing", notified("firing")))
        .notified(given.webhook("18m", "resolved", notified("resolved")));

    assertText(
        check(
            expected(31, "5m", "firing"),
            expected(32, "9m", "firing"),
            expected(33, "18m", "resolved")),
        """
        drill.yaml:30:3: data-oncall: 1 of 3 notifications differs
          expected at drill.yaml:32:5 (-), nearest notification (+):
            - time                    9m
            + time                    10m
              status                  firing
              group_labels.alertname  "Ingestion"
          timeline:
              5m   webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
            > 10m  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              18m  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void anEntrySeesOnlyItsWindowAndItsIntegration() {
    given
        .notified(given.webhook("5m", "firing", notified("firing")))
        .notified(given.webhook("10m", "firing", notified("firing")));
    NotificationExpectation window =
        new NotificationExpectation(
            "data-oncall",
            Optional.of("webhook"),
            Optional.of(Given.duration("6m")),
            Optional.of(Given.duration("10m")),
            NotificationOrder.AS_LISTED,
            List.of(expected(31, "10m", "firing")),
            Given.at(30, 3));
    NotificationExpectation slack =
        new NotificationExpectation(
            "data-oncall",
            Optional.of("slack"),
            Optional.of(Given.duration("6m")),
            Optional.empty(),
            NotificationOrder.AS_LISTED,
            List.of(expected(31, "", "")),
            Given.at(30, 3));

    assertThat(NotificationCheck.check(window, given.observed())).isEmpty();
    assertThat(NotificationCheck.check(slack, given.observed()))
        .map(Failure::summary)
        .contains("data-oncall (slack), 6m or later: expected 1 notification, found none");
  }

  private Optional<Failure> check(ExpectedNotification... expected) {
    return NotificationCheck.check(
        entry("data-oncall", NotificationOrder.AS_LISTED, expected), given.observed());
  }
}
