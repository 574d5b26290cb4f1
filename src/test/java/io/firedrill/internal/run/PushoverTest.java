package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at Pushover, by its API documentation, "Pushing messages". */
class PushoverTest {

  private static final Map<String, String> LABELS =
      Map.of("alertname", "QueueFull", "queue", "<a>; \"b\", c=d!");
  private static final Map<String, String> ANNOTATIONS = Map.of("summary", "100 % + \u00e9");

  @TempDir private Path directory;

  @ReceiverTest
  void whatAPersonReadsAndWhatItIsAbout(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            pushover_configs:
            - token: SECRET
              user_key: SECRET
              title: '{{ .CommonLabels.queue }}'
              message: '{{ .CommonAnnotations.summary }}'
              url: http://example.org/{{ .Status }}
              url_title: more
              sound: siren
              priority: '1'
              retry: 1m
              expire: 2h
              http_config: {proxy_url: "http://SECRET@proxy.example.org"}
            """)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));
      drill.ends(LABELS, ANNOTATIONS).until(Duration.ofMinutes(6));
      List<Notification> notifications = drill.notifications();
      assertThat(notifications)
          .extracting(Notification::status)
          .as(drill.log())
          .containsExactly("firing", "resolved");
      Notification firing = notifications.get(0);
      assertThat(firing.groupLabels()).isEqualTo(Labels.of("alertname", "QueueFull"));
      assertThat(firing.alerts())
          .containsExactly(
              new NotifiedAlert(
                  "firing", Labels.copyOf(LABELS), ANNOTATIONS, ReceiverDrill.START, null));
      Notification resolved = notifications.get(1);
      assertThat(resolved.alerts())
          .containsExactly(
              new NotifiedAlert(
                  "resolved",
                  Labels.copyOf(LABELS),
                  ANNOTATIONS,
                  ReceiverDrill.START,
                  ReceiverDrill.START.plus(Duration.ofMinutes(1))));
      assertThat(firing.request().toString() + resolved.request() + drill.log())
          .doesNotContain("SECRET", "u001e", "%1E", "5175657565");
      assertThat(drill.log()).doesNotContain("level=ERROR", "level=error", "level=warn ");

      Message message = firing.message().orElseThrow();
      assertThat(message)
          .isEqualTo(
              Message.of(
                  "<a>; \"b\", c=d!",
                  "100 % + \u00e9",
                  Map.of(
                      "url", "http://example.org/firing",
                      "url_title", "more",
                      "sound", "siren",
                      "priority", "1",
                      "retry", "60",
                      "expire", "7200")));
      assertThat(firing.request().path()).isEqualTo("/1/messages.json");
      assertThat(firing.request().body()).contains("&token=firedrill&", "user=firedrill");
    }
  }

  @ReceiverTest
  void textsThatAreCut(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            "pushover_configs: [{token: a, user_key: b, title: '%s', message: '%s'}]"
                .formatted("t".repeat(251), "m".repeat(1025)))) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));

      Message message = drill.notifications().get(0).message().orElseThrow();
      assertThat(message.title()).isEqualTo("t".repeat(249) + "\u2026");
      assertThat(message.text()).isEqualTo("m".repeat(1023) + "\u2026");
    }
  }

  @ReceiverTest
  void aSlowAnswerIsWaitedFor(String prometheus) {
    Answer.Late late =
        new Answer.Late(ReceiverDrill.START.plus(Duration.ofSeconds(50)), new AtomicBoolean());
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            pushover_configs:
            - {token: SECRET, user_key: SECRET}
            """,
            delivery -> late)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofSeconds(49));
      assertThat(drill.notifications()).as(drill.log()).isEmpty();
      drill.until(Duration.ofMinutes(1));
      assertThat(drill.notifications())
          .as(drill.log())
          .extracting(Notification::time)
          .containsExactly(ReceiverDrill.START.plus(Duration.ofSeconds(30)));
      assertThat(drill.attempts()).isEmpty();
    }
  }
}
