package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.notified;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
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
            "  fields.quote:",
            "    | two",
            "    | lines");
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
