package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * What arrives at a workflow of Microsoft Teams, by the documentation of adaptive cards: two blocks
 * of text, the first of which is the heading.
 */
class MsTeamsWorkflowTest {

  @TempDir private Path directory;

  @NewerReceiverTest
  void whatAPersonReadsAndWhatItIsAbout(String prometheus) {
    FiringAndResolved sent =
        FiringAndResolved.of(
            prometheus,
            directory,
            """
            msteamsv2_configs:
            - webhook_url: https://example.logic.azure.com/workflows/SECRET?sig=SECRET
              title: '{{ .Status }} {{ .CommonLabels.queue }}'
              text: '{{ .CommonAnnotations.summary }}'
            """);

    assertThat(sent.whileFiring()).isEqualTo(card("firing", "Attention"));
    assertThat(sent.onceResolved()).isEqualTo(card("resolved", "Good"));
  }

  private static Message card(String status, String color) {
    return Message.of(
        status + " " + FiringAndResolved.QUEUE,
        FiringAndResolved.SUMMARY,
        Map.ofEntries(
            Map.entry("$schema", "http://adaptivecards.io/schemas/adaptive-card.json"),
            Map.entry("type", "AdaptiveCard"),
            Map.entry("version", "1.2"),
            Map.entry("body.0.type", "TextBlock"),
            Map.entry("body.0.weight", "Bolder"),
            Map.entry("body.0.size", "Medium"),
            Map.entry("body.0.wrap", "true"),
            Map.entry("body.0.style", "heading"),
            Map.entry("body.0.color", color),
            Map.entry("body.1.type", "TextBlock"),
            Map.entry("body.1.wrap", "true"),
            Map.entry("msteams.width", "full")));
  }

  @NewerReceiverTest
  void anAddressInAFileAndTheDefaultTemplates(String prometheus) {
    FiringAndResolved sent =
        FiringAndResolved.of(
            prometheus, directory, "msteamsv2_configs: [{webhook_url_file: /run/SECRET}]");

    assertThat(sent.whileFiring().title()).startsWith("[FIRING:1] QueueFull (");
    assertThat(sent.onceResolved().text()).contains("# Alerts Resolved:\n");
  }
}
