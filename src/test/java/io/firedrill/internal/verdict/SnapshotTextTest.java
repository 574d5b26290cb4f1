package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.notified;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotTextTest {

  private final Given given = Given.runIn2026();

  @Test
  void holdsWhatAPersonReads() {
    given.notified(
        slack(
            Message.of(
                "[firing] Ingestion",
                "Lake:\r\n\n  stands\u001bstill  \n",
                Map.of(
                    "channel", "#data",
                    "fallback", "[firing] Ingestion",
                    "alias", "4f2a",
                    "html", "<p>Lake</p>",
                    "quote", "two\nlines"))));

    assertThat(lines())
        .containsExactly(
            "10m30s  slack no. 2 data-team  firing  {alertname=\"Ingestion\"}",
            "  firing Ingestion{pipeline=\"lake\"}",
            "  title: [firing] Ingestion",
            "  text:",
            "    | Lake:",
            "    |",
            "    |   stands\\u001Bstill",
            "  fields.channel: #data",
            "  fields.html: Lake",
            "  fields.quote:",
            "    | two",
            "    | lines");
  }

  @Test
  void holdsThePageOfAMailOnlyIfItSaysSomethingElse() {
    given.notified(
        slack(Message.of("", "Lake\nstands still", Map.of("html", "<p>Lake <b>stands</b> still"))));

    assertThat(lines()).noneMatch(line -> line.contains("html"));
  }

  @Test
  void holdsWhatAlertmanagerFailedToSend() {
    Timeline timeline =
        new RunTimeline(
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(60),
            List.of(
                new TimelineEvent.Warned(Instant.EPOCH, "alertmanager", "a new parser"),
                new TimelineEvent.NotificationFailed(
                    Instant.EPOCH.plusMillis(30_002),
                    "data-oncall",
                    "pagerduty",
                    0,
                    Labels.of("alertname", "Full"),
                    "template: no such field")));

    assertThat(SnapshotText.lines(timeline))
        .containsExactly(
            "0s  alertmanager warns: a new parser",
            "30s  pagerduty data-oncall  {alertname=\"Full\"}  notification failed: template: no such"
                + " field");
  }

  @Test
  void saysSoWhenNothingHappens() {
    assertThat(lines()).containsExactly("no alert, no notification");
  }

  private List<String> lines() {
    Timeline timeline = given.observed().timeline();
    return SnapshotText.lines(timeline);
  }

  private Notification slack(Message message) {
    Notification told =
        given.webhook("data-team", "10m30s", "firing", notified("firing", "pipeline", "lake"));
    return new CapturedNotification(
        told.time(),
        told.receiver(),
        "slack",
        1,
        told.status(),
        told.groupLabels(),
        told.alerts(),
        Optional.of(message),
        told.request());
  }
}
