package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mattermost, which Alertmanager 0.33 supports and 0.28 does not. */
class MattermostTest {

  @TempDir private Path directory;

  @Test
  void anAddressInTheGlobalSectionAndATruncatedText() {
    Message message =
        ReceiverDrill.message(
            "3.5.3",
            directory,
            """
            mattermost_configs: [{text: '%s', attachments: [{title: one}]}]
            global: {mattermost_webhook_url_file: /run/secrets/SECRET}
            """
                .formatted("x".repeat(20_000)));

    assertThat(message.fields().get("message_text")).isEqualTo("x".repeat(16_382) + "\u2026");
  }
}
