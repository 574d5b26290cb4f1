package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;

class EmailTest {

  @TempDir private Path directory;

  @ReceiverTest
  void settingsOfTheGlobalSectionAndTheDefaultTemplate(String prometheus) {
    Message message =
        ReceiverDrill.message(
            prometheus,
            directory,
            """
            email_configs: [{to: data@example.org}]
            global:
              smtp_from: alerts@example.org
              smtp_smarthost: mail.example.org:465
              smtp_auth_username: SECRET
              smtp_auth_password: SECRET
            """);

    assertThat(message.title()).isEqualTo("[FIRING:1] QueueFull (<a>; \"b\", c=d!)");
    assertThat(message.text()).contains("1 alert for alertname=QueueFull", "queue = <a>; ");
    assertThat(message.fields()).containsEntry("from", "alerts@example.org");
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
      drill.fires(ReceiverDrill.LABELS, Map.of()).until(Duration.ofSeconds(49));
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
