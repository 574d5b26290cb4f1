package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives at Mattermost, by its documentation of incoming webhooks and of message attachments.
 * Alertmanager 0.33 has it, 0.28 has not.
 */
class MattermostTest {

  @TempDir private Path directory;

  @Test
  void whatAPersonReadsAndWhatItIsAbout() {
    List<FiringAndResolved> sent =
        FiringAndResolved.ofEach(
            "3.5.3",
            directory,
            """
            mattermost_configs:
            - webhook_url: https://mattermost.example.org/hooks/SECRET
              channel: town-square
              username: drill
              title: '{{ .Status }} {{ .CommonLabels.queue }}'
              text: '{{ .CommonAnnotations.summary }}'
              fallback: none
              priority: {priority: urgent, requested_ack: true}
              fields: [{title: Queue, value: '{{ .CommonLabels.queue }}', short: true}]
            - webhook_url_file: /run/secrets/SECRET
              type: custom_{{ .Status }}
              text: above
              props: {card: more}
              attachments: [{title: one, text: first}, {title: two, text: second}]
            """,
            2);

    assertThat(sent.get(0).whileFiring())
        .isEqualTo(
            Message.of(
                "firing " + FiringAndResolved.QUEUE,
                FiringAndResolved.SUMMARY,
                Map.ofEntries(
                    Map.entry("channel", "town-square"),
                    Map.entry("username", "drill"),
                    Map.entry("color", "danger"),
                    Map.entry(
                        "title_link", "http://alertmanager.invalid/#/alerts?receiver=data+on-call"),
                    Map.entry("fallback", "none"),
                    Map.entry("priority.priority", "urgent"),
                    Map.entry("priority.requested_ack", "true"),
                    Map.entry("fields.0.title", "Queue"),
                    Map.entry("fields.0.value", FiringAndResolved.QUEUE),
                    Map.entry("fields.0.short", "true"))));
    assertThat(sent.get(1).onceResolved())
        .isEqualTo(
            Message.of(
                "one",
                "first",
                Map.of(
                    "message_text",
                    "above",
                    "type",
                    "custom_resolved",
                    "username",
                    "Alertmanager",
                    "props.card",
                    "more",
                    "attachments.1.title",
                    "two",
                    "attachments.1.text",
                    "second")));
  }

  @Test
  void anAddressInTheGlobalSectionAndATextThatIsCut() {
    FiringAndResolved sent =
        FiringAndResolved.of(
            "3.5.3",
            directory,
            """
            mattermost_configs: [{text: '%s', attachments: [{title: one}]}]
            global: {mattermost_webhook_url_file: /run/secrets/SECRET}
            """
                .formatted("x".repeat(20_000)));

    assertThat(sent.whileFiring().fields().get("message_text"))
        .isEqualTo("x".repeat(16_382) + "\u2026");
  }
}
