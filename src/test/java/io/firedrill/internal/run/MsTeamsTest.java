package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives at a connector of Microsoft Teams, by its documentation of legacy message cards:
 * {@code title}, {@code text}, {@code summary} and {@code themeColor}.
 */
class MsTeamsTest {

  @TempDir private Path directory;

  @NewerReceiverTest
  void whatAPersonReadsAndWhatItIsAbout(String prometheus) {
    FiringAndResolved sent =
        FiringAndResolved.of(
            prometheus,
            directory,
            """
            msteams_configs:
            - webhook_url: https://example.webhook.office.com/webhookb2/SECRET
              title: '{{ .Status }} {{ .CommonLabels.queue }}'
              summary: '{{ .GroupLabels.alertname }}'
              text: '{{ .CommonAnnotations.summary }}'
            """);

    assertThat(sent.whileFiring()).isEqualTo(card("firing", "8C1A1A"));
    assertThat(sent.onceResolved()).isEqualTo(card("resolved", "2DC72D"));
  }

  private static Message card(String status, String color) {
    return Message.of(
        status + " " + FiringAndResolved.QUEUE,
        FiringAndResolved.SUMMARY,
        Map.of(
            "@context",
            "http://schema.org/extensions",
            "type",
            "MessageCard",
            "summary",
            "QueueFull",
            "themeColor",
            color));
  }

  @NewerReceiverTest
  void anAddressInAFileAndTheDefaultTemplates(String prometheus) {
    FiringAndResolved sent =
        FiringAndResolved.of(
            prometheus, directory, "msteams_configs: [{webhook_url_file: /run/secrets/SECRET}]");

    assertThat(sent.whileFiring().title())
        .isEqualTo("[FIRING:1] QueueFull (" + FiringAndResolved.QUEUE + ")");
    assertThat(sent.whileFiring().text())
        .contains("# Alerts Firing:\n", "  - summary = " + FiringAndResolved.SUMMARY)
        .endsWith("\n\n");
  }
}
