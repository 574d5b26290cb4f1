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

/** What arrives by mail, by RFC 5321 (envelope), RFC 5322 (headers) and RFC 2046 (alternatives). */
class EmailTest {

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
            email_configs:
            - to: Data <data@example.org>, {{ .GroupLabels.alertname }}@example.org
              from: alerts@example.org
              smarthost: mail.example.org:587
              hello: prometheus.example.org
              auth_username: SECRET
              auth_password: SECRET
              auth_secret: SECRET
              auth_identity: SECRET
              tls_config: {insecure_skip_verify: true}
              send_resolved: true
              headers: {Subject: '{{ .CommonLabels.queue }} \u00e9', X-Priority: '1'}
              text: '{{ .CommonAnnotations.summary }}'
              html: '<p>{{ .CommonLabels.queue }}</p>'
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
      assertThat(message.title()).isEqualTo("<a>; \"b\", c=d! \u00e9");
      assertThat(message.text()).isEqualTo("100 % + \u00e9");
      assertThat(message.fields())
          .containsEntry("to", "data@example.org, QueueFull@example.org")
          .containsEntry("from", "alerts@example.org")
          .containsEntry("headers.From", "alerts@example.org")
          .containsEntry("headers.To", "Data <data@example.org>, QueueFull@example.org")
          .containsEntry("headers.X-Priority", "1")
          .hasSize(6);
      assertThat(message.fields().get("html")).startsWith("<p>&lt;a&gt;; ");
      assertThat(firing.request().contentType()).isEqualTo("multipart/alternative");
      assertThat(firing.request().body())
          .startsWith(
              "Content-Type: multipart/alternative;  boundary=firedrill\r\nDate: Mon, 02 Mar")
          .contains("Subject: <a>; ", "\r\n--firedrill\r\n", "100 % + =C3=A9")
          .doesNotContain("X-Firedrill", "Message-Id");
    }
  }

  @ReceiverTest
  void settingsOfTheGlobalSectionAndTheDefaultTemplate(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            email_configs: [{to: data@example.org}]
            global:
              smtp_from: alerts@example.org
              smtp_smarthost: mail.example.org:465
              smtp_auth_username: SECRET
              smtp_auth_password: SECRET
            """)) {
      drill.fires(LABELS, ANNOTATIONS).until(Duration.ofMinutes(1));

      Message message = drill.notifications().get(0).message().orElseThrow();
      assertThat(message.title()).isEqualTo("[FIRING:1] QueueFull (<a>; \"b\", c=d!)");
      assertThat(message.text()).contains("1 alert for alertname=QueueFull", "queue = <a>; ");
      assertThat(message.fields()).containsEntry("from", "alerts@example.org");
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
            email_configs:
            - {to: data@example.org, from: a@example.org, smarthost: 'mail.example.org:587'}
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
