package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramTest {

  @TempDir private Path directory;

  /** At most 4096 characters; newer versions do not truncate HTML. */
  @ReceiverTest
  void textsThatAreTooLong(String prometheus) {
    String receiver =
        """
        telegram_configs:
        - {bot_token: SECRET, chat_id: 1, parse_mode: '', message: '%1$s'}
        - {bot_token: SECRET, chat_id: 1, message: '%1$s'}
        """
            .formatted("x".repeat(5000));
    try (ReceiverDrill drill = ReceiverDrill.start(prometheus, directory, receiver)) {
      drill.fires(ReceiverDrill.LABELS, Map.of()).until(Duration.ofMinutes(1));

      String cut = "x".repeat(4095) + "\u2026";
      assertThat(drill.notifications())
          .extracting(Notification::status)
          .containsExactly("firing", "firing");
      assertThat(of(drill, 0).get(0).message().map(Message::text)).contains(cut);
      String html = of(drill, 1).get(0).message().orElseThrow().text();
      if (prometheus.equals("3.5.3")) {
        assertThat(html).startsWith("Alertmanager notification could not be sent: ");
      } else {
        assertThat(html).isEqualTo(cut);
      }
    }
  }

  @ReceiverTest
  void aTextThatIsEmptyIsRefused(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            "telegram_configs: [{bot_token: SECRET, chat_id: 1, message: '{{ range .Alerts.Resolved }}a{{ end }} '}]")) {
      drill.fires(ReceiverDrill.LABELS, Map.of()).until(Duration.ofMinutes(1));

      assertThat(drill.notifications()).isEmpty();
      assertThat(drill.attempts())
          .isNotEmpty()
          .allSatisfy(
              attempt -> {
                assertThat(attempt.failure()).isEqualTo("HTTP 400");
                assertThat(attempt.notification().status()).isEqualTo("firing");
              });
    }
  }

  @Test
  void settingsInFiles() {
    Message message =
        ReceiverDrill.message(
            "3.5.3",
            directory,
            "telegram_configs: [{bot_token_file: /run/SECRET, chat_id_file: /run/chat}]");

    assertThat(message.fields()).containsEntry("chat_id", "1");
  }

  private static List<Notification> of(ReceiverDrill drill, int index) {
    return drill.notifications().stream().filter(n -> n.index() == index).toList();
  }
}
