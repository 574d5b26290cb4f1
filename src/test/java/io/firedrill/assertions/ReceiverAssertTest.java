package io.firedrill.assertions;

import static io.firedrill.assertions.DrillAssertions.alert;
import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.notification;
import static io.firedrill.assertions.Subjects.assertFails;
import static io.firedrill.assertions.Subjects.receiver;
import static io.firedrill.internal.verdict.Given.notified;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.internal.verdict.Given;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceiverAssertTest {

  private final Given given = Given.run().receivers("data-oncall", "ml-slack");
  private final ReceivedNotifications oncall =
      receiver(
          given
              .notified(
                  given.webhook(
                      "10m30s",
                      "firing",
                      notified("firing", "pipeline", "lake"),
                      notified("firing", "pipeline", "warehouse")))
              .notified(
                  given.webhook("15m30s", "resolved", notified("resolved", "pipeline", "lake"))),
          "data-oncall");
  private final ReceivedNotifications slack = receiver(given, "ml-slack");

  @Test
  void whatIsSoPasses() {
    assertThat(oncall)
        .received(notification().at("10m30s").firing(), notification().at("15m30s").resolved())
        .receivedInAnyOrder(notification().resolved(), notification().firing())
        .receivedTimes(2)
        .containsNotification(
            notification()
                .between("10m", "11m")
                .firing()
                .groupLabel("alertname", "/Inges.*/")
                .alert("Ingestion", "pipeline", "warehouse")
                .alerts(alert("Ingestion").label("pipeline", "lake").firing())
                .payload("commonAnnotations.summary", "/.* still/"))
        .contains(notification(), notification())
        .doesNotContain(notification().at("10m"));
    assertThat(oncall.between(Duration.ofMinutes(11), Duration.ofMinutes(20)))
        .received(
            notification()
                .at(Duration.ofSeconds(930))
                .alerts(alert("Ingestion").resolved().annotation("summary", "/Ing.*/")));
    assertThat(oncall.by("slack")).receivedNothing();
    assertThat(slack).receivedNothing().receivedTimes(0).doesNotContain(notification());
  }

  @Test
  void aSpecIsNotChanged() {
    NotificationSpec any = notification();
    any.at("1m").resolved().alert("Other");

    assertThat(oncall).received(any, any);
  }

  @Test
  void received() {
    assertFails(
        () ->
            assertThat(oncall)
                .received(
                    notification()
                        .at("10m")
                        .firing()
                        .alert("Ingestion", "pipeline", "lake")
                        .alert("Ingestion", "pipeline", "/ware.*/"),
                    notification().at("15m30s").resolved(),
                    notification().at("19m").title("again")),
        """
        data-oncall: expected 3 notifications, found 2
          expected as no. 1 (-), nearest notification (+):
            - time    10m
            + time    10m30s
                         ~~~
              status  firing
              alerts  2
          expected as no. 3, did not arrive:
            - time           19m
            - payload title  "again"
          timeline:
            > 10m30s  webhook data-oncall  firing  {alertname="Ingestion"}  2 alerts
            > 15m30s  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void receivedInAnotherOrder() {
    assertFails(
        () -> assertThat(oncall).received(notification().resolved(), notification().firing()),
        """
        data-oncall: all notifications arrived, but not in the listed order
          the order:
            ~ listed as no. 1, came as no. 2 at 15m30s
            ~ listed as no. 2, came as no. 1 at 10m30s
          hint: receivedInAnyOrder accepts any order
          timeline:
            > 10m30s  webhook data-oncall  firing  {alertname="Ingestion"}  2 alerts
            > 15m30s  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void aReceiverOfTwoIntegrationsIsToldApart() {
    Notification first = given().webhook("5m", "firing", Given.notified("firing"));
    Notification slack =
        new CapturedNotification(
            first.time(),
            first.receiver(),
            "slack",
            0,
            first.status(),
            first.groupLabels(),
            first.alerts(),
            first.message(),
            first.request());
    Notification second =
        new CapturedNotification(
            first.time(),
            first.receiver(),
            "webhook",
            1,
            first.status(),
            first.groupLabels(),
            first.alerts(),
            first.message(),
            first.request());

    assertThat(catchThrowable(() -> assertThat(received(first, slack)).received(notification())))
        .hasMessageContaining(
            "\n  hint: the receiver has slack and webhook, and each sends notifications of its own:"
                + " by(\"slack\") selects those of one\n  timeline");
    assertThat(catchThrowable(() -> assertThat(received(first, slack)).receivedTimes(1)))
        .hasMessageContaining("\n  hint: the receiver has slack and webhook, and each sends");
    assertThat(catchThrowable(() -> assertThat(received(first, second)).received(notification())))
        .hasMessageContaining(
            "\n  hint: the receiver has 2 webhooks, and each sends notifications of its own\n");
    assertThat(catchThrowable(() -> assertThat(received(first)).receivedTimes(2)))
        .message()
        .doesNotContain("hint");
  }

  private static Given given() {
    return Given.run().receivers("data-oncall");
  }

  private static ReceivedNotifications received(Notification... notifications) {
    Given given = given();
    Stream.of(notifications).forEach(given::notified);
    return Subjects.receiver(given, "data-oncall");
  }

  @Test
  void receivedNothing() {
    assertFails(
        () ->
            assertThat(oncall.by("webhook").between(Duration.ofMinutes(11), Duration.ofMinutes(20)))
                .receivedNothing(),
        """
        data-oncall (webhook), 11m to 20m: expected no notification, found 1
          arrived, but was not expected:
            + time          15m30s
            + integration   webhook
            + status        resolved
            + group_labels  {alertname="Ingestion"}
            + alerts.0      resolved Ingestion{pipeline="lake"}
          timeline around 15m30s:
              10m30s  webhook data-oncall  firing  {alertname="Ingestion"}  2 alerts
            > 15m30s  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void receivedTimes() {
    assertFails(
        () -> assertThat(oncall).receivedTimes(1),
        """
        data-oncall: expected 1 notification, found 2
          timeline:
            > 10m30s  webhook data-oncall  firing  {alertname="Ingestion"}  2 alerts
            > 15m30s  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void containsNotification() {
    assertFails(
        () -> assertThat(oncall).containsNotification(notification().at("15m30s").firing()),
        """
        data-oncall: the expected notification is not among the 2 found
          expected (-), nearest notification (+):
            - time    15m30s
            + time    10m30s
                       ~
              status  firing
          timeline:
            > 10m30s  webhook data-oncall  firing  {alertname="Ingestion"}  2 alerts
            > 15m30s  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
    assertFails(
        () -> assertThat(oncall).contains(notification().firing(), notification().firing()),
        """
        data-oncall: 1 of 2 expected notifications is not among the 2 found
          expected as no. 2 (-), nearest notification (+):
              time    15m30s
            - status  firing
            + status  resolved
          timeline around 15m30s:
              10m30s  webhook data-oncall  firing  {alertname="Ingestion"}  2 alerts
            > 15m30s  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
    assertFails(
        () -> assertThat(slack).containsNotification(notification().at("15m30s")),
        """
        ml-slack: expected 1 notification, found none
          expected, did not arrive:
            - time  15m30s
          timeline around 15m30s:
              10m30s  webhook data-oncall  firing  {alertname="Ingestion"}  2 alerts
            > 15m30s  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void doesNotContain() {
    assertFails(
        () ->
            assertThat(oncall)
                .doesNotContain(notification().resolved().groupLabel("alertname", "Ingestion")),
        """
        data-oncall: expected no such notification, one arrived at 15m30s
          it matches:
              time                    15m30s
              status                  resolved
              group_labels.alertname  "Ingestion"
          timeline around 15m30s:
              10m30s  webhook data-oncall  firing  {alertname="Ingestion"}  2 alerts
            > 15m30s  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void whatAPersonReads() {
    Notification sent = given.webhook("ml-slack", "5m", "firing", notified("firing"));
    Message message =
        Message.of("[FIRING:1] Ingestion", "Ingestion stands still", Map.of("channel", "#ml"));
    Notification slacked =
        new CapturedNotification(
            sent.time(),
            sent.receiver(),
            "slack",
            0,
            sent.status(),
            sent.groupLabels(),
            sent.alerts(),
            Optional.of(message),
            sent.request());
    ReceivedNotifications ml =
        receiver(Given.run().receivers("ml-slack").notified(slacked), "ml-slack");

    assertThat(ml.by("slack"))
        .received(
            notification()
                .title("[FIRING:1] Ingestion")
                .text("/.*stands still/")
                .field("channel", "#ml"));
    assertFails(
        () ->
            assertThat(ml)
                .received(
                    notification()
                        .title("/.RESOLVED.*/")
                        .text("Ingestion stands still")
                        .field("chanel", "#ml")),
        """
        ml-slack: the notification differs
          expected (-), nearest notification (+):
              time                   5m
              status                 firing
            - payload title          /.RESOLVED.*/
            + payload title          "[FIRING:1] Ingestion"
              payload text           "Ingestion stands still"
            - payload fields.chanel  "#ml"
            + payload fields.chanel  (the message has no field "chanel"; did you mean "channel"?)
          timeline around 5m:
            > 5m  slack ml-slack  firing  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void whatCannotBeJudgedFails() {
    assertFails(
        () -> assertThat(receiver(given, "data_oncal")).receivedNothing(),
        "no receiver is named \"data_oncal\"; did you mean \"data-oncall\"?");
    assertFails(
        () -> assertThat(oncall.by("email")).receivedNothing(),
        "receiver \"data-oncall\" has no email; it has: slack, webhook");
    assertFails(
        () -> assertThat(receiver(Given.run(), "data-oncall")).receivedNothing(),
        "data-oncall: the drill has no Alertmanager, so nobody is ever notified");
    assertFails(
        () ->
            assertThat(slack.between(Duration.ofMinutes(10), Duration.ofMinutes(30)))
                .receivedNothing(),
        "ml-slack, 10m to 30m: the drill has not reached 30m, it is at 20m");
    assertFails(
        () -> assertThat(slack).doesNotContain(notification().between("20m", "21m")),
        "ml-slack: the drill has not reached 21m, it is at 20m");
    assertFails(
        () -> assertThat(slack).doesNotContain(notification().at("2h")),
        "ml-slack: the drill has not reached 2h, it is at 20m");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> slack.between(Duration.ofHours(1), Duration.ZERO))
        .withMessage("the window ends before it begins: 1h to 0s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notification().between("20m", "5m"))
        .withMessage("the window ends before it begins: 20m to 5m");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(slack).contains())
        .withMessage("contains() without arguments always passes: give at least one notification");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> slack.by("slak"))
        .withMessage("there is no integration \"slak\"; did you mean \"slack\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notification().at("15 minutes"))
        .withMessage("\"15 minutes\" is not a duration; write 90s, 15m30s or 4h");
  }
}
