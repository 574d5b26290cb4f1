package io.firedrill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import io.firedrill.model.Message;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at Telegram, by its Bot API's documentation of {@code sendMessage}. */
class TelegramTest {

  private static final Map<String, String> LABELS =
      Map.of("alertname", "QueueFull", "queue", "<a> & b");

  @TempDir private Path directory;

  @ReceiverTest
  void what_a_person_reads_and_what_it_is_about(String prometheus) {
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

  private static List<Notification> of(ReceiverDrill drill, int index) {
    return drill.notifications().stream().filter(n -> n.index() == index).toList();
  }
}
