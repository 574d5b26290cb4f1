package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class RocketChatTest {

  @TempDir private Path directory;

  @NewerReceiverTest
  void tokensInFilesAndATitleThatIsCut(String prometheus) {
    Message message =
        ReceiverDrill.message(
            prometheus,
            directory,
            """
            rocketchat_configs: [{title: '%s', token_file: /run/SECRET}]
            global: {rocketchat_token_id_file: /run/SECRET, rocketchat_api_url: 'http://x/SECRET'}
            """
                .formatted("x".repeat(2000)));

    assertThat(message.title()).isEqualTo("x".repeat(1023) + "\u2026");
    assertThat(message.text()).isEmpty();
  }
}
