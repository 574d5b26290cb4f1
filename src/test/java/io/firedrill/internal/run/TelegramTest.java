package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at Telegram, by its Bot API's documentation of {@code sendMessage}. */
class TelegramTest {

  private static final Map<String, String> LABELS =
      Map.of("alertname", "QueueFull", "queue", "<a> & b");

  @TempDir private Path directory;

  @ReceiverTest
  void whatAPersonReadsAndWhatItIsAbout(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            telegram_configs:
            - bot_token: SECRET
              chat_id: -1234
              parse_mode: HTML
              message: '<b>{{ .Status }}</b> {{ range .Alerts }}{{ .Labels.queue }} {{ end }}'
            - bot_token: SECRET
              chat_id: 5
              parse_mode: ''
              message: '{{ range .Alerts }}{{ .Labels.queue }}{{ end }}'
              send_resolved: false
            """)) {
      drill.fires(LABELS, Map.of()).until(Duration.ofMinutes(1));
      drill.ends(LABELS, Map.of()).until(Duration.ofMinutes(6));

      List<Notification> html = of(drill, 0);
      assertThat(html).extracting(Notification::status).containsExactly("firing", "resolved");
      assertThat(html.get(0).groupLabels()).isEqualTo(Labels.of("alertname", "QueueFull"));
      assertThat(html.get(0).alerts())
          .containsExactly(
              new NotifiedAlert(
                  "firing", Labels.copyOf(LABELS), Map.of(), ReceiverDrill.START, null));
      assertThat(html.get(0).message().map(Message::text))
          .contains("<b>firing</b> &lt;a&gt; &amp; b ");
      assertThat(html.get(0).message().orElseThrow().fields()).containsEntry("chat_id", "-1234");

      List<Notification> plain = of(drill, 1);
      assertThat(plain).extracting(Notification::status).containsExactly("firing");
      assertThat(plain.get(0).message().map(Message::text)).contains("<a> & b");
      assertThat(plain.get(0).request().body()).doesNotContain("u001e", "SECRET");
    }
  }

  @ReceiverTest
  void textsInMarkdownAreSentAsTheyAre(String prometheus) {
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            prometheus,
            directory,
            """
            telegram_configs:
            - {bot_token: SECRET, chat_id: 1, parse_mode: MarkdownV2, message: '*{{ .Status }}* \\.'}
            - {bot_token: SECRET, chat_id: 1, parse_mode: Markdown, message: '_{{ .Status }}_'}
            """)) {
      drill.fires(LABELS, Map.of()).until(Duration.ofMinutes(1));

      Notification version2 = of(drill, 0).get(0);
      assertThat(version2.status()).isEqualTo("firing");
      assertThat(version2.message().map(Message::text)).contains("*firing* \\.");
      assertThat(version2.message().orElseThrow().fields())
          .containsEntry("parse_mode", "MarkdownV2");
      assertThat(of(drill, 1).get(0).message().map(Message::text)).contains("_firing_");
    }
  }

  /** At most 4096 characters; newer versions send no part of HTML that is longer. */
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
      drill.fires(LABELS, Map.of()).until(Duration.ofMinutes(1));

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
      drill.fires(LABELS, Map.of()).until(Duration.ofMinutes(1));

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
    try (ReceiverDrill drill =
        ReceiverDrill.start(
            "3.5.3",
            directory,
            "telegram_configs: [{bot_token_file: /run/SECRET, chat_id_file: /run/chat}]")) {
      drill.fires(LABELS, Map.of()).until(Duration.ofMinutes(1));

      assertThat(drill.notifications())
          .singleElement()
          .extracting(n -> n.message().orElseThrow().fields().get("chat_id"))
          .isEqualTo("1");
    }
  }

  private static List<Notification> of(ReceiverDrill drill, int index) {
    return drill.notifications().stream().filter(n -> n.index() == index).toList();
  }
}
