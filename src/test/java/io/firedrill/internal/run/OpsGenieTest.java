package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OpsGenieTest {

  @TempDir private Path directory;

  @ReceiverTest
  void aKeyInTheGlobalSectionAndATruncatedMessage(String prometheus) {
    Message message =
        ReceiverDrill.message(
            prometheus,
            directory,
            """
            opsgenie_configs: [{message: '%s'}]
            global: {opsgenie_api_key_file: /run/secrets/SECRET}
            """
                .formatted("x".repeat(131)));

    assertThat(message.title()).isEqualTo("x".repeat(129) + "\u2026");
  }
}
