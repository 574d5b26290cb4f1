package io.firedrill.internal.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReceiverKindsTest {

  /** The receivers of Alertmanager 0.34's documentation. */
  @Test
  void everyKindIsKnown() {
    assertThat(ReceiverKinds.keys())
        .containsExactly(
            "discord_configs",
            "email_configs",
            "incidentio_configs",
            "jira_configs",
            "labels",
            "mattermost_configs",
            "msteams_configs",
            "msteamsv2_configs",
            "name",
            "opsgenie_configs",
            "pagerduty_configs",
            "pushover_configs",
            "rocketchat_configs",
            "slack_configs",
            "sns_configs",
            "telegram_configs",
            "victorops_configs",
            "webex_configs",
            "webhook_configs",
            "wechat_configs");
    assertThat(ReceiverKinds.keys().stream().filter(key -> ReceiverKinds.of(key).isPresent()))
        .hasSize(18);
  }

  @Test
  void theDocumentationHasARowForEach() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs/receivers.md")).stream()
            .map(Pattern.compile("^\\| `([a-z0-9]+)` \\| 0\\.")::matcher)
            .filter(Matcher::find)
            .map(row -> row.group(1))
            .toList();

    assertThat(rows).containsExactlyInAnyOrderElementsOf(ReceiverKinds.words());
  }
}
