package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives at Rocket.Chat, by its REST API's documentation of {@code chat.postMessage}: {@code
 * channel} and {@code emoji}, and an attachment with {@code title}, {@code title_link}, {@code
 * text}, {@code color} and {@code fields}.
 */
class RocketChatTest {

  private static final String LINK = "http://alertmanager.invalid/#/alerts?receiver=data+on-call";

  @TempDir private Path directory;

  @NewerReceiverTest
  void whatAPersonReadsAndWhatItIsAbout(String prometheus) {
    FiringAndResolved sent =
        FiringAndResolved.of(
            prometheus,
            directory,
            """
            rocketchat_configs:
            - api_url: https://chat.example.org/SECRET
              token: SECRET
              token_id: SECRET
              send_resolved: true
              channel: '#{{ .GroupLabels.alertname }}'
              emoji: ':fire:'
              icon_url: https://example.org/drill.png
              title: '{{ .Status }}'
              text: '{{ .CommonAnnotations.summary }}'
              fields: [{title: Queue, value: '{{ .CommonLabels.queue }}', short: true}]
            """);

    assertThat(sent.whileFiring()).isEqualTo(message("firing", "red"));
    assertThat(sent.onceResolved()).isEqualTo(message("resolved", "green"));
    assertThat(sent.firing().request().path())
        .isEqualTo("/~ZGF0YSBvbi1jYWxs/rocketchat/0/api/v1/chat.postMessage");
  }

  private static Message message(String status, String color) {
    return Message.of(
        status,
        FiringAndResolved.SUMMARY,
        Map.ofEntries(
            Map.entry("channel", "#QueueFull"),
            Map.entry("emoji", ":fire:"),
            Map.entry("avatar", "https://example.org/drill.png"),
            Map.entry("title_link", LINK),
            Map.entry("color", color),
            Map.entry("fields.0.title", "Queue"),
            Map.entry("fields.0.value", FiringAndResolved.QUEUE),
            Map.entry("fields.0.short", "true")));
  }

  @NewerReceiverTest
  void tokensInFilesAndATitleThatIsCut(String prometheus) {
    FiringAndResolved sent =
        FiringAndResolved.of(
            prometheus,
            directory,
            """
            rocketchat_configs: [{send_resolved: true, title: '%s', token_file: /run/SECRET}]
            global: {rocketchat_token_id_file: /run/SECRET, rocketchat_api_url: 'http://x/SECRET'}
            """
                .formatted("x".repeat(2000)));

    assertThat(sent.whileFiring().title()).isEqualTo("x".repeat(1023) + "\u2026");
    assertThat(sent.whileFiring().text()).isEmpty();
    assertThat(sent.whileFiring().fields()).isEqualTo(Map.of("title_link", LINK, "color", "red"));
  }
}
